package app.heirloom.library.metadata;

import java.util.Optional;

/**
 * What a file tells of the live photo it belongs to.
 *
 * @param contentIdentifier shared by the still and the video of an Apple live photo
 * @param motionClip a video that lies inside a still
 */
public record LivePhotoClue(Optional<String> contentIdentifier, Optional<MotionClip> motionClip) {
    public static final LivePhotoClue NONE = new LivePhotoClue(Optional.empty(), Optional.empty());

    public static LivePhotoClue of(MediaMetadata found) {
        return new LivePhotoClue(
                Optional.ofNullable(found.contentIdentifier()), Optional.ofNullable(found.motionClip()));
    }
}
