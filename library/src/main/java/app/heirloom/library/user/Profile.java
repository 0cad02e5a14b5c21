package app.heirloom.library.user;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a user looks like to others.
 *
 * @param color null while none was chosen; {@link User#color()} is never null
 * @param imageKey names the picture in the blob store, or null without one
 * @param changed when the picture was last changed
 */
public record Profile(@Nullable AvatarColor color, @Nullable String imageKey, Instant changed) {

    public Profile withColor(@Nullable AvatarColor newColor) {
        return new Profile(newColor, imageKey, changed);
    }

    public Profile withImage(@Nullable String newImageKey, Instant now) {
        return new Profile(color, newImageKey, now);
    }
}
