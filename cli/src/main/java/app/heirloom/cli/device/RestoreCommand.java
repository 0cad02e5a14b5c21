package app.heirloom.cli.device;

import app.heirloom.cli.remote.ServerOptions;
import app.heirloom.cli.terminal.ExitCode;
import app.heirloom.tools.devices.deletion.RunRestoration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "restore", description = "Take out of the server's trash what a run of apply put there.")
final class RestoreCommand implements Callable<Integer> {
    @Mixin
    private DeviceOptions options = new DeviceOptions();

    @Parameters(paramLabel = "RUN", index = "1", description = "The run's id or its beginning, as history shows it.")
    private String run = "";

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Override
    public Integer call() {
        RunRestoration.Summary summary = options.use(shelves -> server.use(photos -> {
            var restoration = new RunRestoration(photos, shelves, InstantSource.system());
            return restoration.restore(restoration.find(run));
        }));
        options.out()
                .println(summary.restored() + " taken out of the trash"
                        + (summary.lost() == 0 ? "" : ", " + summary.lost() + " could not be"));
        options.out().flush();
        return summary.lost() == 0 ? ExitCode.DONE : ExitCode.INCOMPLETE;
    }
}
