package app.heirloom.library.metadata;

import app.heirloom.library.asset.appearance.Dimensions;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The picture as it is stored, before it is turned upright.
 *
 * @param dimensions as stored
 * @param orientation EXIF orientation 1 to 8 (also derived from a HEIC's or video's rotation); null means upright
 * @param duration of a video or an animation
 * @param framesPerSecond of a video
 * @param projection {@code EQUIRECTANGULAR} and the like for panoramas
 */
public record Frame(
        @Nullable Dimensions dimensions,
        @Nullable Integer orientation,
        @Nullable Duration duration,
        @Nullable Double framesPerSecond,
        @Nullable String projection) {
    public static final Frame UNKNOWN = new Frame(null, null, null, null, null);

    /** Whether turning it upright swaps width and height. */
    public boolean isTurned() {
        return orientation != null && orientation >= 5 && orientation <= 8;
    }

    /** The dimensions after the orientation is applied. */
    public @Nullable Dimensions upright() {
        return dimensions != null && isTurned() ? dimensions.turned() : dimensions;
    }
}
