package app.heirloom.cli.device;

import app.heirloom.library.device.Device;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.storage.device.DeviceStorage;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Notices that two devices without a mark are the same folder, so that each would carry the other's deletions over. */
record SharedFolder(List<Path> states) {
    static SharedFolder among(DeviceOptions options) {
        return new SharedFolder(options.otherFiles());
    }

    Optional<String> warningAbout(Device device) {
        return states.stream()
                .flatMap(state -> read(state).stream())
                .filter(other -> other.root().folder().equals(device.root().folder()))
                .map(other ->
                        "The device " + other.name() + " is in the same folder. If they are two cards in turn, what"
                                + " is on one would count as deleted from the other: mark them, by adding them without"
                                + " --no-mark.")
                .findFirst();
    }

    /** Empty when another command is at work on it, or nobody can read it: a warning is not worth failing. */
    private static Optional<Device> read(Path state) {
        try (DeviceStorage storage = DeviceStorage.open(state, InstantSource.system())) {
            return storage.transactions().read(storage.devices()::find);
        } catch (HeirloomException e) {
            return Optional.empty();
        }
    }
}
