package app.heirloom.library.sync.entity;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.metadata.Exif;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The metadata of an asset, with what clients count among it. */
public record SyncedExif(
        AssetId asset, long sizeInBytes, Instant captured, Instant fileModified, Exif exif, Place place) {

    /** Where it was taken, by name. */
    public record Place(
            @Nullable String city,
            @Nullable String state,
            @Nullable String country) {}
}
