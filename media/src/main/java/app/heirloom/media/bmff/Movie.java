package app.heirloom.media.bmff;

import app.heirloom.library.asset.appearance.Dimensions;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the headers of an MP4, QuickTime or 3GP file say.
 *
 * @param track the first one with pictures
 * @param created by the clock of UTC; null when absent or zero
 * @param texts user data and metadata by key: {@code com.apple.quicktime.make}, {@code ©xyz} and the like
 * @param xmp an XMP packet
 */
public record Movie(
        @Nullable Track track,
        @Nullable Instant created,
        Map<String, String> texts,
        @Nullable ByteBuffer xmp) {

    /**
     * A video track.
     *
     * @param dimensions as stored, with square pixels
     * @param orientation 1 to 8, from its display matrix
     * @param spherical whether it is a 360 degree video
     */
    public record Track(
            Dimensions dimensions,
            int orientation,
            Duration duration,
            @Nullable Double framesPerSecond,
            boolean spherical) {}

    public Movie {
        texts = Map.copyOf(texts);
    }
}
