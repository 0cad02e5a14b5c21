package app.heirloom.library.metadata;

import org.jspecify.annotations.Nullable;

/**
 * All that a reader finds in an original and its sidecar.
 *
 * @param contentIdentifier shared by the still and the video of an Apple live photo
 * @param motionClip a video embedded in a still
 */
public record MediaMetadata(
        Exif exif,
        @Nullable String contentIdentifier,
        @Nullable MotionClip motionClip) {}
