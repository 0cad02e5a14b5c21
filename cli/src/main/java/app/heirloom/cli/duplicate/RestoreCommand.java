package app.heirloom.cli.duplicate;

import app.heirloom.cli.remote.ServerOptions;
import app.heirloom.cli.terminal.ExitCode;
import app.heirloom.cli.terminal.Output;
import app.heirloom.cli.terminal.TerminalProgress;
import app.heirloom.library.asset.grouping.DuplicateGroupId;
import app.heirloom.tools.backup.BackupFolder;
import app.heirloom.tools.resolution.Restoration;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        try (BackupFolder backup = BackupFolder.open(folder)) {
            Restoration.Summary summary = server.use(photos ->
                    new Restoration(photos, dryRun, new TerminalProgress(output.err())).run(backup, this::tell));
            output.print(summary, () -> tell(summary));
            return summary.failed() == 0 ? ExitCode.DONE : ExitCode.INCOMPLETE;
        }
    }

    private void tell(DuplicateGroupId group, List<String> notes) {
        output.print(
                Map.of("group", group.toString(), "notes", notes),
                () -> notes.forEach(note -> output.out().println("group " + group + ": " + note)));
    }

    private void tell(Restoration.Summary summary) {
        output.out()
                .printf(
                        "%d groups %s, %d were as they had been, %d failed%n",
                        summary.restored(),
                        dryRun ? "would be restored" : "restored",
                        summary.unchanged(),
                        summary.failed());
    }
}
