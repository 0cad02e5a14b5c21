package app.heirloom.cli.duplicate;

import app.heirloom.cli.review.ReviewCommand;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Duplicates on a photo server. */
@Command(
        name = "dupes",
        description =
                "Judge and end duplicates on a photo server, Immich or Heirloom, so that all of it can be undone.",
        subcommands = {
            AnalyzeCommand.class,
            ExecuteCommand.class,
            VerifyCommand.class,
            RestoreCommand.class,
            StatusCommand.class,
            CandidatesCommand.class,
            LetterboxCommand.class,
            ReviewCommand.class
        })
public final class DupesCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        var commandLine = Objects.requireNonNull(spec).commandLine();
        commandLine.usage(commandLine.getOut());
    }
}
