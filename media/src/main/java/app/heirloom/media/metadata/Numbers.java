package app.heirloom.media.metadata;

import app.heirloom.library.metadata.Coordinates;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers as headers write them, brought into the ranges that the library knows. */
final class Numbers {
    /** XMP: {@code 47,30.5N} or {@code 47,30,15N}. */
    private static final Pattern XMP_DEGREES =
            Pattern.compile("(\\d+(?:\\.\\d+)?)(?:,(\\d+(?:\\.\\d+)?))?(?:,(\\d+(?:\\.\\d+)?))?\\s*([NSEW])");
    /** ISO 6709: {@code +47.5082+008.7204+412.0/}. */
    private static final Pattern ISO_6709 = Pattern.compile("([+\\-]\\d+(?:\\.\\d+)?)([+\\-]\\d+(?:\\.\\d+)?).*");

    /** Minutes of arc are rounded decimals, so that their degrees would be ones like 47.499999999999996. */
    private static final double DEGREE_STEPS = 1e9;

    private Numbers() {}

    /** As cameras print it. */
    static @Nullable String exposure(@Nullable Double seconds) {
        if (seconds == null || !(seconds > 0) || seconds.isInfinite()) {
            return null;
        }
        if (seconds < 0.25001) {
            return "1/" + Math.round(1 / seconds);
        }
        String text = String.format(Locale.ROOT, "%.1f", seconds);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** 1 to 5 or -1; 0 means not rated. */
    static @Nullable Integer rating(@Nullable Double value) {
        if (value == null || !(value >= -1 && value <= 5)) {
            return null;
        }
        int rating = (int) Math.round(value);
        return rating == 0 ? null : rating;
    }

    /** Positive and finite, rounded to three digits. */
    static @Nullable Double positive(@Nullable Double value) {
        return value == null || !(value > 0) || value.isInfinite() ? null : Math.round(value * 1_000) / 1_000.0;
    }

    /** A place on earth; 0, 0 is what devices write that know none. */
    static @Nullable Coordinates place(@Nullable Double latitude, @Nullable Double longitude) {
        if (latitude == null || longitude == null || (latitude == 0 && longitude == 0)) {
            return null;
        }
        boolean onEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
        return onEarth ? new Coordinates(latitude, longitude) : null;
    }

    static @Nullable Coordinates placeOfIso6709(@Nullable String text) {
        Matcher matcher = ISO_6709.matcher(text == null ? "" : text.strip());
        return matcher.matches() ? place(Double.valueOf(matcher.group(1)), Double.valueOf(matcher.group(2))) : null;
    }

    static @Nullable Double degrees(@Nullable String text) {
        Matcher matcher = XMP_DEGREES.matcher(text == null ? "" : text.strip());
        if (!matcher.matches()) {
            return null;
        }
        double degrees =
                Double.parseDouble(matcher.group(1)) + part(matcher.group(2)) / 60 + part(matcher.group(3)) / 3600;
        boolean negative = matcher.group(4).equals("S") || matcher.group(4).equals("W");
        return Math.round((negative ? -degrees : degrees) * DEGREE_STEPS) / DEGREE_STEPS;
    }

    /** A number or a fraction. */
    static @Nullable Double parse(@Nullable String text) {
        if (text == null) {
            return null;
        }
        int slash = text.indexOf('/');
        try {
            return slash < 0
                    ? Double.valueOf(text.strip())
                    : (Double) (Double.parseDouble(text.substring(0, slash))
                            / Double.parseDouble(text.substring(slash + 1)));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static double part(@Nullable String digits) {
        return digits == null ? 0 : Double.parseDouble(digits);
    }
}
