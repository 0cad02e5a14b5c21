package app.heirloom.cli.device;

import app.heirloom.storage.device.DeviceStorage;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "export", description = "Write all that is known of the device into one file.")
final class ExportCommand implements Runnable {
    @Mixin
    private DeviceOptions options = new DeviceOptions();

    @Parameters(paramLabel = "FILE", index = "1", description = "A file that does not exist yet.")
    private Path target = Path.of("");

    @Override
    public void run() {
        options.requireKnown();
        try (DeviceStorage storage = options.open()) {
            storage.copyTo(target);
        }
        options.out().println("Written to " + target);
        options.out().flush();
    }
}
