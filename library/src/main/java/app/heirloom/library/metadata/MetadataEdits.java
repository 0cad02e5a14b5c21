package app.heirloom.library.metadata;

import org.jspecify.annotations.Nullable;

/**
 * What the owner said instead of what the file says; null fields leave the file's word. Edits survive every new
 * extraction.
 *
 * @param rating 1 to 5 or -1; {@link #CLEARED_RATING} says that it has none, whatever the file says
 */
public record MetadataEdits(
        @Nullable String description,
        @Nullable Integer rating,
        @Nullable Coordinates coordinates,
        @Nullable Capture capture) {
    public static final MetadataEdits NONE = new MetadataEdits(null, null, null, null);
    public static final int CLEARED_RATING = 0;

    /** These edits, and where they are silent the earlier ones. */
    public MetadataEdits over(MetadataEdits earlier) {
        return new MetadataEdits(
                description != null ? description : earlier.description,
                rating != null ? rating : earlier.rating,
                coordinates != null ? coordinates : earlier.coordinates,
                capture != null ? capture : earlier.capture);
    }

    /** What was extracted, with the edits applied. */
    public Exif over(Exif extracted) {
        Caption caption = extracted.caption();
        return new Exif(
                extracted.camera(),
                extracted.exposure(),
                captureOver(extracted.capture()),
                coordinates != null ? Location.of(coordinates) : extracted.location(),
                new Caption(
                        description != null ? description : caption.description(),
                        ratingOver(caption.rating()),
                        caption.keywords()),
                extracted.frame());
    }

    private Capture captureOver(Capture extracted) {
        return capture == null ? extracted : new Capture(capture.local(), capture.zone(), extracted.modified());
    }

    private @Nullable Integer ratingOver(@Nullable Integer extracted) {
        if (rating == null) {
            return extracted;
        }
        return rating == CLEARED_RATING ? null : rating;
    }
}
