package app.heirloom.immich.json;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** The forms of a date on the wire; some clients parse exactly these and nothing else. */
public final class WireDates {
    private static final DateTimeFormatter MILLISECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS");

    private WireDates() {}

    /** As in {@code 2024-05-01T10:00:00.000Z}. */
    public static String format(Instant instant) {
        return MILLISECONDS.format(instant.atOffset(ZoneOffset.UTC)) + "Z";
    }

    /** A wall clock reading, written as if it were UTC. */
    public static String format(LocalDateTime wallClock) {
        return MILLISECONDS.format(wallClock) + "Z";
    }

    /** The form of the two dates in EXIF: {@code 2024-05-01T10:00:00.000+00:00}. */
    public static String formatExif(Instant instant) {
        return MILLISECONDS.format(instant.atOffset(ZoneOffset.UTC)) + "+00:00";
    }

    /**
     * A date with {@code Z} or an offset.
     *
     * @throws DateTimeParseException for any other text, a date without an offset included
     */
    public static OffsetDateTime parse(String text) {
        return OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }
}
