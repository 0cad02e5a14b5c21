package app.heirloom.library.metadata;

import app.heirloom.library.asset.Asset;

/** A feature that wants to know what a file says of itself beyond what is kept as its {@link Exif}. */
@FunctionalInterface
public interface ExtractionListener {
    /** Called in the transaction that saves what was found, each time the file was read. */
    void extracted(Asset asset, MediaMetadata found);
}
