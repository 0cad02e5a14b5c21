package app.heirloom.library.device;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * By what a change of a file is noticed.
 *
 * @param modified in whole microseconds
 */
public record FileStamp(long sizeInBytes, Instant modified) {
    /** The coarsest clock of a file system: FAT counts every other second. */
    private static final Duration COARSEST = Duration.ofSeconds(2);

    public FileStamp {
        modified = modified.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Whether the file could change once more after it was read then, without its time telling. That is also so while
     * its time lies in the future, as it does when clocks differ.
     */
    public boolean isTooFresh(Instant read) {
        return modified.isAfter(read.minus(COARSEST));
    }
}
