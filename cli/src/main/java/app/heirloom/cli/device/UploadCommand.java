package app.heirloom.cli.device;

import app.heirloom.cli.remote.ServerOptions;
import app.heirloom.cli.terminal.ExitCode;
import app.heirloom.library.remote.PhotoServer;
import app.heirloom.tools.devices.DeviceScan;
import app.heirloom.tools.devices.DeviceShelves;
import app.heirloom.tools.devices.DeviceUpload;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "upload",
        description =
                "Send what the last scan found on the device and never was on the server. What was deleted there is"
                        + " not sent again. A device that was never scanned is scanned first, and so is one where"
                        + " --fast or --full say how.")
final class UploadCommand implements Callable<Integer> {
    @Mixin
    private DeviceOptions options = new DeviceOptions();

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Mixin
    private Looking looking = new Looking();

    @Option(names = "--folder-albums", description = "Put each photo into an album named like its folder.")
    private boolean folderAlbums;

    @Override
    public Integer call() {
        looking.require();
        boolean isComplete = options.use(shelves -> {
            Optional<DeviceScan.Settings> look =
                    looking.isDue(shelves) ? Optional.of(looking.settings(shelves)) : Optional.empty();
            return server.use(photos -> upload(photos, shelves, look));
        });
        return isComplete ? ExitCode.DONE : ExitCode.INCOMPLETE;
    }

    private boolean upload(PhotoServer photos, DeviceShelves shelves, Optional<DeviceScan.Settings> look) {
        var settings = new DeviceUpload.Settings(folderAlbums, Math.max(1, server.concurrency()));
        var upload = new DeviceUpload(photos, shelves, settings, options.progress());
        upload.require();
        boolean isSeen =
                look.map(how -> looking.run(how, photos, shelves, options)).orElse(true);
        DeviceUpload.Summary summary = upload.run(options::complain);
        options.out()
                .println(summary.uploaded() + " uploaded, " + summary.already() + " there already, " + summary.trashed()
                        + " in the server's trash, " + summary.failed() + " failed");
        options.out().flush();
        return isSeen && summary.failed() == 0;
    }
}
