package app.heirloom.immich.json;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;

/** The forms of a date on the wire; some clients parse exactly these and nothing else. */
public final class WireDates {
    private static final DateTimeFormatter MILLISECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS");

    private static final byte[] FORM = "0000-00-00T00:00:00.000".getBytes(StandardCharsets.ISO_8859_1);
    private static final int MAX_YEAR = 9999;
    private static final int NANOS_PER_MILLISECOND = 1_000_000;

    private WireDates() {}

    /** As in {@code 2024-05-01T10:00:00.000Z}. */
    public static String format(Instant instant) {
        return format(LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), ZoneOffset.UTC));
    }

    /** A wall clock reading, written as if it were UTC. */
    public static String format(LocalDateTime wallClock) {
        return format(wallClock, "Z");
    }

    /** The form of the two dates in EXIF: {@code 2024-05-01T10:00:00.000+00:00}. */
    public static String formatExif(Instant instant) {
        return format(
                LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), ZoneOffset.UTC), "+00:00");
    }

    /** By hand: a page of a search has thousands of dates, and a formatter would take longer than all the rest. */
    private static String format(LocalDateTime date, String offset) {
        if (date.getYear() < 0 || date.getYear() > MAX_YEAR) {
            return MILLISECONDS.format(date) + offset;
        }
        byte[] text = Arrays.copyOf(FORM, FORM.length + offset.length());
        write(text, 0, 4, date.getYear());
        write(text, 5, 2, date.getMonthValue());
        write(text, 8, 2, date.getDayOfMonth());
        write(text, 11, 2, date.getHour());
        write(text, 14, 2, date.getMinute());
        write(text, 17, 2, date.getSecond());
        write(text, 20, 3, date.getNano() / NANOS_PER_MILLISECOND);
        for (int i = 0; i < offset.length(); i++) {
            text[FORM.length + i] = (byte) offset.charAt(i);
        }
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private static void write(byte[] text, int start, int digits, int number) {
        int left = number;
        for (int i = start + digits - 1; i >= start; i--) {
            text[i] = (byte) ('0' + left % 10);
            left /= 10;
        }
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
