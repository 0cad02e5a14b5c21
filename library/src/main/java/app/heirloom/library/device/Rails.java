package app.heirloom.library.device;

import app.heirloom.library.error.ErrorCode;
import java.time.Duration;

/**
 * Limits of what a run may send to the trash.
 *
 * @param quarantine how long a file must have been gone
 * @param maxPercent of the files that a device had, at most so many in one run
 * @param floor so many are always allowed, however few files there are
 */
public record Rails(Duration quarantine, double maxPercent, long floor, Strictness strictness) {
    private static final Duration LONGEST = Duration.ofDays(90);

    /** What cairn, the app whose model of safety this is, starts with. */
    public static final Rails DEFAULT = new Rails(Duration.ofDays(14), 1.0, 5, Strictness.STRICT);

    /** How much is asked before a deletion is carried over. */
    public enum Strictness {
        /** Checksums that were imputed must agree in all that can be compared, and somebody must say yes. */
        STRICT,
        /** Imputed checksums are trusted, unless what can be compared contradicts; somebody must say yes. */
        TRUSTING,
        /** As trusting, and nobody is asked. */
        AUTONOMOUS
    }

    public Rails {
        if (quarantine.isNegative() || quarantine.compareTo(LONGEST) > 0) {
            throw ErrorCode.INVALID.exception(
                    "The quarantine must be from 0 to " + LONGEST.toDays() + " days, not " + quarantine.toDays());
        }
        if (!(maxPercent >= 0 && maxPercent <= 100) || floor < 0) {
            throw ErrorCode.INVALID.exception("A run may delete from 0 to 100 percent, and not less than 0 files: not "
                    + maxPercent + " and " + floor);
        }
    }

    /** How many one run may send to the trash, of a device that had so many files. */
    public long limit(long files) {
        return Math.max(floor, (long) (files * maxPercent / 100));
    }
}
