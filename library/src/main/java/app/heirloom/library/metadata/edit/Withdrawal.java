package app.heirloom.library.metadata.edit;

import app.heirloom.library.metadata.Capture;
import app.heirloom.library.metadata.CaptureTime;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.metadata.Location;
import app.heirloom.library.metadata.MetadataEdits;
import org.jspecify.annotations.Nullable;

/**
 * Edits that are taken back: the file's word counts again, also where it says nothing. What can be edited to be as it was needs
 * no withdrawal: a place and a date cannot be edited away.
 *
 * @param place whether the place goes that the owner gave it
 * @param date when it counted as taken before the owner dated it, unless its file knows better; null to leave its date alone
 */
public record Withdrawal(boolean place, @Nullable CaptureTime date) {
    public boolean isEmpty() {
        return !place && date == null;
    }

    /** Of what was edited at all. */
    Withdrawal within(MetadataEdits edits) {
        return new Withdrawal(place && edits.coordinates() != null, edits.capture() != null ? date : null);
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
