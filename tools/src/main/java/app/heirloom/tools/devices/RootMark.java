package app.heirloom.tools.devices;

import app.heirloom.library.device.Device;
import app.heirloom.library.device.DeviceId;
import app.heirloom.library.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** The file in a device's root that says which device it is. */
public final class RootMark {
    static final String NAME = ".heirloom-device";

    private RootMark() {}

    /** Fails as INVALID when it is no mark, or cannot be read. */
    public static Optional<DeviceId> find(Path root) {
        Path file = root.resolve(NAME);
        try {
            return Optional.of(DeviceId.parse(Files.readString(file).strip()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            throw ErrorCode.INVALID.exception(
                    file + " does not say which device this is: " + e.getMessage() + ". Remove it and add the device"
                            + " again.",
                    e);
        }
    }

    /** Fails as INVALID when the root cannot be written. */
    public static void write(Path root, DeviceId id) {
        try {
            Files.writeString(root.resolve(NAME), id + "\n");
        } catch (IOException e) {
            throw ErrorCode.INVALID.exception(
                    "Cannot write " + root.resolve(NAME) + ", which tells devices apart: " + e.getMessage()
                            + ". Where nothing can be written, add the device with --no-mark.",
                    e);
        }
    }

    /** Takes it away, if it is this device's and can be taken away. */
    public static void remove(Device device) {
        Path root = device.root().folder();
        try {
            if (device.root().marked() && find(root).filter(device.id()::equals).isPresent()) {
                Files.deleteIfExists(root.resolve(NAME));
            }
        } catch (IOException e) {
            throw ErrorCode.INVALID.exception("Cannot remove " + root.resolve(NAME) + ": " + e.getMessage(), e);
        }
    }

    /** Fails as INVALID when the device is not in its root: it is not mounted, or something else is. */
    public static void require(Device device) {
        Path root = device.root().folder();
        if (!Files.isDirectory(root)) {
            throw ErrorCode.INVALID.exception("The folder " + root + " of the device " + device.name()
                    + " is not there: is it mounted? If it moved, add it again with its new --root.");
        }
        if (!device.root().marked()) {
            return;
        }
        DeviceId found = find(root)
                .orElseThrow(() -> ErrorCode.INVALID.exception("There is no device in " + root + ": its " + NAME
                        + " is missing. Is " + device.name() + " mounted?"));
        if (!found.equals(device.id())) {
            throw ErrorCode.INVALID.exception("In " + root + " is another device than " + device.name()
                    + ". Mount the right one, or add this one under a name of its own.");
        }
    }
}
