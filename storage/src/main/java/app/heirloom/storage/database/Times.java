package app.heirloom.storage.database;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Instants, and wall clocks as if they were UTC, as microseconds since 1970: texts with offsets compare wrongly. */
public final class Times {
    private static final long MICROS = 1_000_000;
    private static final int NANOS = 1_000;

    private Times() {}

    public static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    public static long micros(LocalDateTime local) {
        return micros(local.toInstant(ZoneOffset.UTC));
    }

    public static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * NANOS);
    }

    public static LocalDateTime local(long micros) {
        return LocalDateTime.ofInstant(instant(micros), ZoneOffset.UTC);
    }
}
