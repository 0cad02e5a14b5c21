package app.heirloom.cli.device;

import app.heirloom.cli.remote.ServerOptions;
import app.heirloom.cli.terminal.ExitCode;
import app.heirloom.tools.devices.DeviceUpload;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "upload",
        description =
                "Send what the last scan found on the device and never was on the server. What was deleted there is"
                        + " not sent again.")
final class UploadCommand implements Callable<Integer> {
    @Mixin
    private DeviceOptions options = new DeviceOptions();

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Option(names = "--folder-albums", description = "Put each photo into an album named like its folder.")
    private boolean folderAlbums;

    @Override
    public Integer call() {
        DeviceUpload.Summary summary = options.use(shelves -> server.use(photos -> {
            var settings = new DeviceUpload.Settings(folderAlbums, Math.max(1, server.concurrency()));
            return new DeviceUpload(photos, shelves, settings, options.progress()).run(options::complain);
        }));
        options.out()
                .println(summary.uploaded() + " uploaded, " + summary.already() + " there already, " + summary.trashed()
                        + " in the server's trash, " + summary.failed() + " failed");
        options.out().flush();
        return summary.failed() == 0 ? ExitCode.DONE : ExitCode.INCOMPLETE;
    }
}
