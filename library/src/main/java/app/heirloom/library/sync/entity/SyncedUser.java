package app.heirloom.library.sync.entity;

import app.heirloom.library.user.User;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user with what its own clients know of it.
 *
 * @param deleted since when it waits for its removal
 * @param hasPin whether it has a PIN code
 */
public record SyncedUser(
        User user,
        Profile profile,
        @Nullable Instant deleted,
        @Nullable String storageLabel,
        boolean hasPin) {

    /**
     * How a user looks.
     *
     * @param color null for the one that follows from the e-mail
     * @param imageChanged null when there never was an image
     */
    public record Profile(
            @Nullable String color,
            boolean hasImage,
            @Nullable Instant imageChanged) {}
}
