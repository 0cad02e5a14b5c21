package app.heirloom.cli.duplicate;

import app.heirloom.cli.ExitCode;
import app.heirloom.cli.progress.TerminalProgress;
import app.heirloom.cli.remote.ServerOptions;
import app.heirloom.tools.backup.BackupFolder;
import app.heirloom.tools.resolution.Restoration;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Undoes an execution. */
@Command(
        name = "restore",
        description = "Bring back what execute removed, and take back what it gave to the keepers. May be repeated.")
final class RestoreCommand implements Callable<Integer> {
    @Mixin
    private ServerOptions server = new ServerOptions();

    @Option(
            names = {"-b", "--backup"},
            paramLabel = "DIR",
            required = true,
            description = "The backup folder of the execution.")
    private Path folder = Path.of("");

    @Option(names = "--dry-run", description = "Only tell what would be done.")
    private boolean dryRun;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine commandLine = Objects.requireNonNull(spec).commandLine();
        PrintWriter out = commandLine.getOut();
        try (BackupFolder backup = BackupFolder.open(folder)) {
            Restoration.Summary summary = server.use(photos -> new Restoration(
                            photos, dryRun, new TerminalProgress(commandLine.getErr()))
                    .run(backup, (group, notes) -> notes.forEach(note -> out.println("group " + group + ": " + note))));
            out.printf(
                    "%d groups %s, %d were as they had been, %d failed%n",
                    summary.restored(),
                    dryRun ? "would be restored" : "restored",
                    summary.unchanged(),
                    summary.failed());
            out.flush();
            return summary.failed() == 0 ? ExitCode.DONE : ExitCode.INCOMPLETE;
        }
    }
}
