package app.heirloom.cli.device;

import app.heirloom.cli.remote.ServerOptions;
import app.heirloom.library.device.Device;
import app.heirloom.library.device.Device.Scope;
import app.heirloom.library.device.Rails;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.remote.PhotoServer;
import app.heirloom.storage.device.DeviceStorage;
import app.heirloom.tools.devices.DeviceRegistration;
import app.heirloom.tools.devices.DeviceShelves;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "add",
        description = "Make a device known. Of one that is known already, say that it moved or change its rules.")
final class AddCommand implements Runnable {
    @Mixin
    private DeviceOptions options = new DeviceOptions();

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Option(names = "--root", paramLabel = "DIR", description = "Where its photos are, or are now.")
    private @Nullable Path root;

    @Option(
            names = "--no-mark",
            description = "Write nothing to the device; then what is mounted there instead of it is not noticed.")
    private boolean noMark;

    @Option(
            names = "--quarantine",
            paramLabel = "DAYS",
            description = "For how long a file must have been gone, 14 days at first.")
    private @Nullable Integer quarantine;

    @Option(
            names = "--max-percent",
            paramLabel = "P",
            description = "How much of the device one run may delete, 1 percent at first.")
    private @Nullable Double maxPercent;

    @Option(names = "--floor", paramLabel = "N", description = "So many a run may always delete, 5 at first.")
    private @Nullable Long floor;

    @Option(
            names = "--strictness",
            paramLabel = "LEVEL",
            description = "How much is asked: ${COMPLETION-CANDIDATES}. At first: STRICT")
    private Rails.@Nullable Strictness strictness;

    @Option(names = "--exclude", paramLabel = "GLOB", description = "Files to leave alone, as **/Screenshots/**.")
    private @Nullable List<String> exclude;

    @Option(
            names = "--album",
            paramLabel = "NAME",
            description = "Only what is in such an album on the server may be deleted there.")
    private @Nullable List<String> albums;

    @Override
    public void run() {
        boolean isNew = Files.notExists(options.file());
        Path given = root;
        if (isNew && given == null) {
            throw ErrorCode.INVALID.exception("The device " + options.name() + " is new: say where it is, by --root");
        }
        Device device;
        try {
            device = server.use(photos -> add(photos, given));
        } catch (HeirloomException e) {
            if (isNew) {
                DeviceStorage.remove(options.file());
            }
            throw e;
        }
        SharedFolder.among(options)
                .warningAbout(device)
                .ifPresent(warning -> options.err().println(warning));
        options.err().flush();
        options.out()
                .println(device.name() + " is in " + device.root().folder() + ", and belongs to "
                        + device.binding().server());
        options.out().flush();
    }

    private Device add(PhotoServer photos, @Nullable Path given) {
        try (DeviceStorage storage = options.open()) {
            DeviceShelves shelves = DeviceOptions.shelves(storage);
            var registration = new DeviceRegistration(shelves, photos.account());
            Optional<Device> known = shelves.transactions().read(shelves.devices()::find);
            Rails rails = rails(known.map(Device::rails).orElse(Rails.DEFAULT));
            Scope scope = scope(known.map(Device::scope).orElse(Scope.ALL));
            Device device = known.isEmpty() ? fresh(registration, given) : known.get();
            if (known.isPresent() && given != null) {
                device = registration.move(device, given);
            }
            return registration.change(device, rails, scope);
        }
    }

    private Device fresh(DeviceRegistration registration, @Nullable Path given) {
        if (given == null) {
            throw ErrorCode.INVALID.exception("Where the device is, is not known: give --root");
        }
        return registration.add(options.name(), given, !noMark);
    }

    private Rails rails(Rails old) {
        return new Rails(
                quarantine == null ? old.quarantine() : Duration.ofDays(quarantine),
                maxPercent == null ? old.maxPercent() : maxPercent,
                floor == null ? old.floor() : floor,
                strictness == null ? old.strictness() : strictness);
    }

    private Scope scope(Scope old) {
        return new Scope(exclude == null ? old.exclusions() : exclude, albums == null ? old.albums() : albums);
    }
}
