package app.heirloom.library.external;

/**
 * How many assets of a library a scan would take offline.
 *
 * @param online those that are not offline yet
 * @param lost those of them whose file is missing
 */
public record FileCounts(long online, long lost) {
    private static final long FEW = 20;
    private static final long ALLOWED_PERCENT = 10;

    /** Whether so much is lost that a folder was rather moved or unmounted than emptied. */
    public boolean isAlarming() {
        return lost >= FEW && lost * 100 > online * ALLOWED_PERCENT;
    }
}
