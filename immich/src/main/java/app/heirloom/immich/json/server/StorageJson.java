package app.heirloom.immich.json.server;

import app.heirloom.library.asset.blob.DiskSpace;
import java.util.Locale;

/** How full the disk is, for people and for programs. */
public record StorageJson(
        String diskSize,
        String diskUse,
        String diskAvailable,
        long diskSizeRaw,
        long diskUseRaw,
        long diskAvailableRaw,
        double diskUsagePercentage) {
    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

    public static StorageJson of(DiskSpace space) {
        return new StorageJson(
                readable(space.total()),
                readable(space.used()),
                readable(space.available()),
                space.total(),
                space.used(),
                space.available(),
                space.total() == 0 ? 0 : Math.round(10_000.0 * space.used() / space.total()) / 100.0);
    }

    private static String readable(long bytes) {
        double amount = bytes;
        int unit = 0;
        while (amount >= 1024 && unit < UNITS.length - 1) {
            amount /= 1024;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %s", amount, UNITS[unit]);
    }
}
