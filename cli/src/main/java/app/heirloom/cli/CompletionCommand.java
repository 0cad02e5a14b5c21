package app.heirloom.cli;

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
    private CommandSpec spec;

    @Override
    public void run() {
        CommandLine heirloom = spec.root().commandLine();
        spec.commandLine().getOut().print(AutoComplete.bash(spec.root().name(), heirloom));
        spec.commandLine().getOut().flush();
    }
}
