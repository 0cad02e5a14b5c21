package app.heirloom.cli.duplicate;

import app.heirloom.cli.terminal.ExitCode;
import app.heirloom.cli.terminal.Output;
import app.heirloom.tools.backup.BackupFolder;
import app.heirloom.tools.resolution.BackupStatus;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells how far an execution came. */
@Command(name = "status", description = "Tell from a backup folder how far its execution came. Asks no server.")
final class StatusCommand implements Callable<Integer> {
    @Option(
            names = {"-b", "--backup"},
            paramLabel = "DIR",
            required = true,
            description = "The backup folder.")
    private Path folder = Path.of("");

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        try (BackupFolder backup = BackupFolder.open(folder)) {
            BackupStatus status = BackupStatus.of(backup);
            output.print(status, () -> tell(status));
            return status.unfinished().isEmpty() ? ExitCode.DONE : ExitCode.INCOMPLETE;
        }
    }

    private void tell(BackupStatus status) {
        PrintWriter out = output.out();
        out.printf(
                "%d groups done, %d restored, %d unfinished%n",
                status.done(), status.restored(), status.unfinished().size());
        out.println(status.files() + " files, " + Megabytes.of(status.bytes()));
        status.unfinished().forEach((group, reason) -> out.println("unfinished: group " + group + ": " + reason));
    }
}
