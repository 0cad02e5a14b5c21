package app.heirloom.library.device.deletion;

/**
 * Notices that a device and a server have next to nothing in common, so that the few matches are rather chance. The
 * numbers are cairn's.
 */
public final class NearZeroRail {
    /** Of so few files nothing can be said. */
    private static final long FEW = 100;

    private static final long MIN_PERCENT = 5;

    private NearZeroRail() {}

    /** Whether no match is to be trusted. */
    public static boolean stops(long matches, long files) {
        return files > FEW && matches * 100 < files * MIN_PERCENT;
    }
}
