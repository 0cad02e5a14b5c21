package app.heirloom.cli.device;

import app.heirloom.cli.remote.ServerOptions;
import app.heirloom.cli.terminal.ExitCode;
import app.heirloom.tools.devices.DeviceScan;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "scan",
        description =
                "Look what is on the device, and what of it on the server. May be stopped at any time; the next scan"
                        + " goes on.")
final class ScanCommand implements Callable<Integer> {
    @Mixin
    private DeviceOptions options = new DeviceOptions();

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Mixin
    private Looking looking = new Looking();

    @Override
    public Integer call() {
        looking.require();
        boolean isComplete = options.use(shelves -> {
            DeviceScan.Settings settings = looking.settings(shelves);
            return server.use(photos -> looking.run(settings, photos, shelves, options));
        });
        return isComplete ? ExitCode.DONE : ExitCode.INCOMPLETE;
    }
}
