package app.heirloom.cli;

import app.heirloom.cli.terminal.CommandTree;
import java.io.PrintWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints what teaches a shell to complete this program's commands and options. */
@Command(
        name = "completion",
        description = "Print the completion script of bash and zsh: source <(heirloom completion)")
final class CompletionCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        CommandLine heirloom = CommandTree.whole(new Heirloom());
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.print(AutoComplete.bash(heirloom.getCommandName(), heirloom));
        out.flush();
    }
}
