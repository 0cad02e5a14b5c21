package app.heirloom.cli.device;

import app.heirloom.cli.remote.ServerOptions;
import app.heirloom.library.device.Device;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.remote.PhotoServer;
import app.heirloom.server.Logging;
import app.heirloom.storage.device.DeviceStorage;
import app.heirloom.tools.devices.DeviceRegistration;
import app.heirloom.tools.devices.DeviceShelves;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        description = "Take over an export, when device, server and user are those that it was made for.")
final class ImportCommand implements Runnable {
    @Mixin
    private DeviceOptions options = new DeviceOptions();

    @Parameters(paramLabel = "FILE", index = "1", description = "What export wrote.")
    private Path source = Path.of("");

    @Option(names = "--root", paramLabel = "DIR", description = "Where the device is here, if it is elsewhere.")
    private @Nullable Path root;

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Override
    public void run() {
        Logging.configure();
        Path target = options.file();
        if (Files.exists(target)) {
            throw ErrorCode.INVALID.exception(
                    "There is a device " + options.name() + " already: forget it first, or import under another name");
        }
        Device device = server.use(photos -> take(photos, target));
        options.out().println(device.name() + " is in " + device.root().folder());
        options.out().flush();
    }

    /** Checked as a draft, and only then put in place. */
    private Device take(PhotoServer photos, Path target) {
        Path draft = target.resolveSibling(target.getFileName() + ".import");
        try {
            Files.createDirectories(target.toAbsolutePath().getParent());
            Files.copy(source, draft, StandardCopyOption.REPLACE_EXISTING);
            Device device = check(photos, draft);
            Files.move(draft, target);
            return device;
        } catch (NoSuchFileException e) {
            throw ErrorCode.INVALID.exception("There is no file " + source, e);
        } catch (IOException e) {
            throw ErrorCode.INVALID.exception("Cannot import " + source + ": " + e.getMessage(), e);
        } catch (HeirloomException e) {
            throw e.code() == ErrorCode.DATABASE
                    ? ErrorCode.DATABASE.exception(source + " is no export of a device, or it is damaged", e)
                    : e;
        } finally {
            DeviceStorage.remove(draft);
        }
    }

    private Device check(PhotoServer photos, Path copy) {
        try (DeviceStorage storage = DeviceStorage.open(copy, InstantSource.system())) {
            DeviceShelves shelves = DeviceOptions.shelves(storage);
            Device device = shelves.device();
            device.requireBoundTo(photos.account());
            var registration = new DeviceRegistration(shelves, photos.account());
            Path place = root == null ? device.root().folder() : root;
            return registration.rename(registration.move(device, place), options.name());
        }
    }
}
