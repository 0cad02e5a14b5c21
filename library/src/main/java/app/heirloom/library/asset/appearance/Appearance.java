package app.heirloom.library.asset.appearance;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the picture once the pipeline has looked at it.
 *
 * @param dimensions upright, that is after its orientation is applied
 * @param duration of a video or an animation
 * @param thumbhash there when the derivatives are
 */
public record Appearance(
        @Nullable Dimensions dimensions,
        @Nullable Duration duration,
        @Nullable ThumbHash thumbhash) {
    public static final Appearance UNKNOWN = new Appearance(null, null, null);

    public Appearance withThumbhash(ThumbHash newThumbhash) {
        return new Appearance(dimensions, duration, newThumbhash);
    }
}
