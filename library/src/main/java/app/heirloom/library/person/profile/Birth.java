package app.heirloom.library.person.profile;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** When a person was born, as its owner says: no older photo shows it, and a younger one shows it at a known age. */
public record Birth(LocalDate day) {
    /** Cameras and their time zones are off, and of some people only the month is known. */
    private static final Duration TOLERANCE = Duration.ofDays(31);

    private static final double SECONDS_OF_A_YEAR = 365.25 * 24 * 60 * 60;

    /** Whether that day is still to come, wherever one is. */
    public boolean isToCome(Instant now) {
        return day.isAfter(LocalDate.ofInstant(now, ZoneOffset.MAX));
    }

    /** What was captured earlier does not show the person. */
    public Instant earliest() {
        return midnight().minus(TOLERANCE);
    }

    /** Whether the person cannot be on a photo of that time. */
    public boolean excludes(Instant captured) {
        return captured.isBefore(earliest());
    }

    /** How many years old the person is then; not less than 0. */
    public double ageAt(Instant captured) {
        return Math.max(0, Duration.between(midnight(), captured).toSeconds() / SECONDS_OF_A_YEAR);
    }

    private Instant midnight() {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
