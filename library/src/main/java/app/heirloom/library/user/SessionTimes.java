package app.heirloom.library.user;

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
    public static SessionTimes startingAt(Instant now) {
        return new SessionTimes(now, now, null, null);
    }

    public SessionTimes withUpdated(Instant newUpdated) {
        return new SessionTimes(created, newUpdated, expires, elevatedUntil);
    }

    public SessionTimes withElevatedUntil(@Nullable Instant newElevatedUntil) {
        return new SessionTimes(created, updated, expires, newElevatedUntil);
    }

    public boolean isElevated(Instant now) {
        return elevatedUntil != null && now.isBefore(elevatedUntil);
    }
}
