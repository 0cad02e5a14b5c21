package app.heirloom.library.metadata;

import org.jspecify.annotations.Nullable;

/**
 * Edits that are taken back, of an asset that nothing else says anything about in their place. What can be edited to be as it
 * was needs no withdrawal: a place and a date cannot be edited away.
 *
 * @param place whether its place goes
 * @param date when it was taken as far as was known without its date, which goes; null to leave its date alone
 */
public record Withdrawal(boolean place, @Nullable CaptureTime date) {
    public boolean isEmpty() {
        return !place && date == null;
    }

    MetadataEdits from(MetadataEdits edits) {
        return new MetadataEdits(
                edits.description(),
                edits.rating(),
                place ? null : edits.coordinates(),
                date == null ? edits.capture() : null);
    }

    Exif from(Exif exif) {
        Capture capture = exif.capture();
        return new Exif(
                exif.camera(),
                exif.exposure(),
                date == null ? capture : new Capture(null, null, capture.modified()),
                place ? Location.UNKNOWN : exif.location(),
                exif.caption(),
                exif.frame());
    }
}
