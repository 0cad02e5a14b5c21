package app.heirloom.library.device;

import java.time.Instant;

/**
 * How a scan went.
 *
 * @param complete whether all of the device was seen, so that what was not is gone
 * @param files on the device, motion videos included
 */
public record ScanRecord(long number, Instant finished, boolean complete, long files, Counts counts) {
    /**
     * How the contents became known.
     *
     * @param imputed taken over from the server
     * @param hashed read
     * @param ambiguous of the hashed: there were several of the same key
     * @param fallback of the hashed: they would have matched, but too few did
     */
    public record Counts(long imputed, long hashed, long ambiguous, long fallback) {}
}
