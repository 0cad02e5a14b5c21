package app.heirloom.library.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a reader finds in an original and its sidecar.
 *
 * @param contentIdentifier shared by the still and the video of an Apple live photo
 * @param motionClip a video embedded in a still
 * @param faces named ones, of the picture as it is stored
 */
public record MediaMetadata(
        Exif exif,
        @Nullable String contentIdentifier,
        @Nullable MotionClip motionClip,
        List<FaceRegion> faces) {
    public MediaMetadata {
        faces = List.copyOf(faces);
    }
}
