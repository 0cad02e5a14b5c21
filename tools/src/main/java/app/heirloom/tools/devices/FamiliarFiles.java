package app.heirloom.tools.devices;

import app.heirloom.library.device.Device;
import app.heirloom.library.device.DeviceFile;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/**
 * By which a device without a mark is recognised: some of the files that were on it, by chance. What is mounted there
 * instead of it has hardly any of them.
 */
record FamiliarFiles(List<DeviceFile> files) {
    private static final int SAMPLE = 100;
    /** Of so few files nobody can say more than that none is there. */
    private static final int FEW = 20;

    /** Of a device with a mark, none. */
    static FamiliarFiles of(Device device, DeviceShelves shelves) {
        return new FamiliarFiles(
                device.root().marked()
                        ? List.of()
                        : shelves.transactions().read(() -> shelves.files().sample(null, SAMPLE)));
    }

    /** Whether this may be the device: at least half of the files are there. */
    boolean areIn(Path root) {
        long there = files.stream()
                .filter(file -> Files.exists(root.resolve(file.path()), LinkOption.NOFOLLOW_LINKS))
                .count();
        return files.isEmpty() || (there > 0 && (files.size() < FEW || there * 2 >= files.size()));
    }
}
