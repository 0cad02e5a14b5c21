package app.heirloom.cli.duplicate;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Photos that an iPhone stored twice, whole and cut. */
@Command(
        name = "letterbox",
        description = "iPhone photos that were stored twice: whole, and cut to 16:9.",
        subcommands = {LetterboxAnalyzeCommand.class, ExecuteCommand.class, VerifyCommand.class})
final class LetterboxCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        var commandLine = Objects.requireNonNull(spec).commandLine();
        commandLine.usage(commandLine.getOut());
    }
}
