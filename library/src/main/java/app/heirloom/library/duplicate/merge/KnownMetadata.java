package app.heirloom.library.duplicate.merge;

import app.heirloom.library.asset.Visibility;
import app.heirloom.library.metadata.Capture;
import app.heirloom.library.metadata.Coordinates;
import app.heirloom.library.metadata.Exif;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an asset that is worth more than the copy it is known of.
 *
 * @param description empty when there is none
 * @param rating 1 to 5, or -1 for rejected
 */
public record KnownMetadata(
        boolean favorite,
        Visibility visibility,
        String description,
        @Nullable Integer rating,
        @Nullable Coordinates coordinates,
        Capture capture) {

    public static KnownMetadata of(boolean favorite, Visibility visibility, Exif exif) {
        return new KnownMetadata(
                favorite,
                visibility,
                exif.caption().description(),
                exif.caption().rating(),
                exif.coordinates(),
                exif.capture());
    }
}
