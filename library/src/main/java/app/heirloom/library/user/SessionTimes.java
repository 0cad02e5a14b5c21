package app.heirloom.library.user;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When things happened to a session.
 *
 * @param updated about when it was last used
 * @param expires null for a login, which lasts as long as it is used
 * @param elevatedUntil how long the user's PIN code counts as entered
 */
public record SessionTimes(
        Instant created,
        Instant updated,
        @Nullable Instant expires,
        @Nullable Instant elevatedUntil) {
    /** Less would be written with every request. */
    private static final Duration LEAST_EXTENSION = Duration.ofSeconds(10);

    public static SessionTimes startingAt(Instant now) {
        return new SessionTimes(now, now, null, null);
    }

    public SessionTimes withUpdated(Instant newUpdated) {
        return new SessionTimes(created, newUpdated, expires, elevatedUntil);
    }

    public SessionTimes withElevatedUntil(@Nullable Instant newElevatedUntil) {
        return new SessionTimes(created, updated, expires, newElevatedUntil);
    }

    public SessionTimes withExpires(@Nullable Instant newExpires) {
        return new SessionTimes(created, updated, newExpires, elevatedUntil);
    }

    public boolean isExpired(Instant now) {
        return expires != null && !now.isBefore(expires);
    }

    /** Whether an elevation lasts for less than that much more, by enough to be worth prolonging. */
    public boolean isElevationEnding(Instant now, Duration extension) {
        return isElevated(now)
                && elevatedUntil != null
                && elevatedUntil.isBefore(now.plus(extension).minus(LEAST_EXTENSION));
    }

    public boolean isElevated(Instant now) {
        return elevatedUntil != null && now.isBefore(elevatedUntil);
    }
}
