package app.heirloom.media.metadata;

import app.heirloom.library.metadata.Capture;
import app.heirloom.library.metadata.ZoneName;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates as EXIF, XMP, IPTC and QuickTime write them. What is no sensible date is none. */
final class Dates {
    static final String UTC = "UTC";

    private static final Pattern DATE = Pattern.compile("(\\d{4})[:\\-/](\\d{1,2})(?:[:\\-/](\\d{1,2}))?"
            + "(?:[T ]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9})\\d*)?)?)?"
            + "\\s*(Z|UTC|[+\\-]\\d{2}:?\\d{2})?.*");
    private static final Pattern FRACTION = Pattern.compile("\\d{1,9}");
    /** How EXIF writes nearly all of them: where thousands of files are looked into, a pattern costs more than the file. */
    private static final String USUAL_DATE = "0000:00:00 00:00:00";

    private static final String USUAL_OFFSET = "+00:00";
    private static final Pattern OFFSET = Pattern.compile("([+\\-])(\\d{1,2}):?(\\d{2})");
    /** The first photograph that is left. */
    private static final int FIRST_YEAR = 1826;

    private static final LocalDateTime EPOCH_1904 = LocalDateTime.of(1904, 1, 1, 0, 0);
    private static final LocalDateTime EPOCH_1970 = LocalDateTime.of(1970, 1, 1, 0, 0);

    private Dates() {}

    /** A date with the zone that it may bring along; unknown when there is none. */
    static Capture parse(@Nullable String text) {
        String date = text == null ? "" : text.strip();
        try {
            return isLike(date, USUAL_DATE) ? parseUsual(date) : parseAny(date);
        } catch (DateTimeException e) {
            return Capture.UNKNOWN;
        }
    }

    private static Capture parseUsual(String date) {
        return capture(
                LocalDateTime.of(
                        number(date, 0, 4),
                        number(date, 5, 7),
                        number(date, 8, 10),
                        number(date, 11, 13),
                        number(date, 14, 16),
                        Math.min(59, number(date, 17, 19))),
                null);
    }

    private static Capture parseAny(String date) {
        Matcher matcher = DATE.matcher(date);
        if (!matcher.matches()) {
            return Capture.UNKNOWN;
        }
        return capture(
                LocalDateTime.of(
                        number(matcher.group(1), 0),
                        number(matcher.group(2), 1),
                        number(matcher.group(3), 1),
                        number(matcher.group(4), 0),
                        number(matcher.group(5), 0),
                        Math.min(59, number(matcher.group(6), 0)),
                        nanos(matcher.group(7))),
                matcher.group(8));
    }

    private static Capture capture(LocalDateTime local, @Nullable String offset) {
        return isSensible(local) ? new Capture(local, zone(offset), null) : Capture.UNKNOWN;
    }

    /** Whether it has digits where the sample has zeros, and else is the same; a sign may be either. */
    private static boolean isLike(String text, String sample) {
        boolean isLike = text.length() == sample.length();
        for (int i = 0; isLike && i < sample.length(); i++) {
            char letter = text.charAt(i);
            isLike = switch (sample.charAt(i)) {
                case '0' -> letter >= '0' && letter <= '9';
                case '+' -> letter == '+' || letter == '-';
                default -> letter == sample.charAt(i);
            };
        }
        return isLike;
    }

    /** A date of EXIF, whose fraction of a second and offset are tags of their own. */
    static Capture parse(@Nullable String text, @Nullable String fraction, @Nullable String offset) {
        Capture capture = parse(text);
        LocalDateTime local = capture.local();
        if (local == null) {
            return capture;
        }
        String zone = zone(offset);
        String digits = fraction == null ? "" : fraction.strip();
        return new Capture(
                FRACTION.matcher(digits).matches() ? local.withNano(nanos(digits)) : local,
                zone == null ? capture.zone() : zone,
                null);
    }

    static Capture ofInstant(@Nullable Instant instant) {
        if (instant == null) {
            return Capture.UNKNOWN;
        }
        LocalDateTime local = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        return isSensible(local) ? new Capture(local, UTC, null) : Capture.UNKNOWN;
    }

    /** {@code +02:00} as {@code UTC+2}. */
    static @Nullable String zone(@Nullable String offset) {
        if (offset == null) {
            return null;
        }
        String text = offset.strip();
        if (text.equals("Z") || text.equals(UTC)) {
            return UTC;
        }
        if (isLike(text, USUAL_OFFSET)) {
            return zone(text.charAt(0), number(text, 1, 3), number(text, 4, 6));
        }
        Matcher matcher = OFFSET.matcher(text);
        return matcher.matches()
                ? zone(matcher.group(1).charAt(0), number(matcher.group(2), 0), number(matcher.group(3), 0))
                : null;
    }

    private static @Nullable String zone(char sign, int hours, int minutes) {
        if (hours > 14 || minutes > 59) {
            return null;
        }
        int direction = sign == '-' ? -1 : 1;
        return ZoneName.of(ZoneOffset.ofHoursMinutes(direction * hours, direction * minutes));
    }

    private static boolean isSensible(LocalDateTime local) {
        return local.getYear() >= FIRST_YEAR
                && local.getYear() <= Year.now(ZoneOffset.UTC).getValue() + 1
                && !local.equals(EPOCH_1904)
                && !local.equals(EPOCH_1970);
    }

    private static int number(@Nullable String digits, int otherwise) {
        return digits == null ? otherwise : Integer.parseInt(digits);
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    private static int nanos(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt((digits + "000000000").substring(0, 9));
    }
}
