package app.heirloom.cli.device;

import app.heirloom.storage.device.DeviceStorage;
import app.heirloom.tools.devices.RootMark;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "forget",
        description =
                "Remove all that is known of the device here, its journal too, and its mark. No photo is touched.")
final class ForgetCommand implements Runnable {
    @Mixin
    private DeviceOptions options = new DeviceOptions();

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask before beginning.")
    private boolean yes;

    @Override
    public void run() {
        options.requireKnown();
        Agreement.require(yes, "Then runs cannot be restored any more. Go on?");
        try (DeviceStorage storage = options.open()) {
            storage.transactions().read(storage.devices()::find).ifPresent(RootMark::remove);
        }
        DeviceStorage.remove(options.file());
        options.out().println("Nothing is known of " + options.name() + " any more");
        options.out().flush();
    }
}
