package app.heirloom.library.metadata;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names of zones as they are kept: those of IANA, and {@code UTC+5:30}, which Java wants to have two digits. */
public final class ZoneName {
    private static final Pattern ONE_DIGIT = Pattern.compile("(?<sign>.*[+-])(?<time>\\d:\\d\\d)");

    private ZoneName() {}

    /** The style of the API's clients: {@code UTC}, {@code UTC+2}, {@code UTC-3:30}. */
    public static String of(ZoneOffset offset) {
        int minutes = Math.abs(offset.getTotalSeconds()) / 60;
        String sign = offset.getTotalSeconds() < 0 ? "-" : "+";
        String rest = minutes % 60 == 0 ? "" : String.format(Locale.ROOT, ":%02d", minutes % 60);
        return minutes == 0 ? "UTC" : "UTC" + sign + minutes / 60 + rest;
    }

    /** The zone of that name; empty for one that nobody knows. */
    public static Optional<ZoneId> parse(String name) {
        try {
            return Optional.of(ZoneId.of(ONE_DIGIT.matcher(name).replaceFirst("${sign}0${time}")));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
