package app.heirloom.cli.duplicate;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Duplicates on a photo server. */
@Command(
        name = "dupes",
        description = "Find and judge duplicates on a photo server, Immich or Heirloom.",
        subcommands = {AnalyzeCommand.class, CandidatesCommand.class, LetterboxCommand.class})
public final class DupesCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        var commandLine = Objects.requireNonNull(spec).commandLine();
        commandLine.usage(commandLine.getOut());
    }
}
