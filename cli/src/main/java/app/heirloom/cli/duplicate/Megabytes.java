package app.heirloom.cli.duplicate;

import java.util.Locale;

/** Sizes, for people. */
final class Megabytes {
    private static final double BYTES = 1e6;

    private Megabytes() {}

    /** As in {@code 812.4 MB}. */
    static String of(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / BYTES);
    }
}
