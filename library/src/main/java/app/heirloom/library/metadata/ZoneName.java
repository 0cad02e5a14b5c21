package app.heirloom.library.metadata;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names of zones as they are kept: those of IANA, and {@code UTC+5:30}, which Java wants to have two digits. */
public final class ZoneName {
    private static final Pattern ONE_DIGIT = Pattern.compile("(?<sign>.*[+-])(?<time>\\d:\\d\\d)");

    private ZoneName() {}

    /** The zone of that name; empty for one that nobody knows. */
    public static Optional<ZoneId> parse(String name) {
        try {
            return Optional.of(ZoneId.of(ONE_DIGIT.matcher(name).replaceFirst("${sign}0${time}")));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
