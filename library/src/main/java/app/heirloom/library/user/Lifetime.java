package app.heirloom.library.user;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a user came, changed and left.
 *
 * @param deleted null for an active user; a deleted one is nobody to the library, but can be restored for a while
 * @param isBeingRemoved whether a deleted user is on the way out for good
 */
public record Lifetime(
        Instant created, Instant updated, @Nullable Instant deleted, boolean isBeingRemoved) {

    public static Lifetime startingAt(Instant now) {
        return new Lifetime(now, now, null, false);
    }

    public Lifetime updatedAt(Instant now) {
        return new Lifetime(created, now, deleted, isBeingRemoved);
    }

    public Lifetime deletedAt(Instant now) {
        return new Lifetime(created, updated, now, false);
    }

    public Lifetime restored() {
        return new Lifetime(created, updated, null, false);
    }

    public Lifetime beingRemoved() {
        return new Lifetime(created, updated, deleted, true);
    }

    public boolean isActive() {
        return deleted == null;
    }
}
