package app.heirloom.library.metadata;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * When it was taken, as the file says.
 *
 * @param local wall clock at the place of capture
 * @param zone IANA name or {@code UTC+2} style offset of that wall clock; null when the file is silent about it
 * @param modified wall clock of the last change to the file's metadata
 */
public record Capture(
        @Nullable LocalDateTime local,
        @Nullable String zone,
        @Nullable LocalDateTime modified) {
    public static final Capture UNKNOWN = new Capture(null, null, null);
}
