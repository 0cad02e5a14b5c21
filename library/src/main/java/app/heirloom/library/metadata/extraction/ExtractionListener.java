package app.heirloom.library.metadata.extraction;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.metadata.MediaMetadata;

/** A feature that wants to know what a file says of itself beyond what is kept as its {@link Exif}. */
@FunctionalInterface
public interface ExtractionListener {
    /** Called in the transaction that saves what was found, each time the file was read. */
    void extracted(Asset asset, MediaMetadata found);
}
