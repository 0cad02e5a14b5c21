package app.heirloom.library.album;

import app.heirloom.library.asset.AssetId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Assets gathered under a name.
 *
 * @param thumbnail the asset that stands for it, one that it shows; null when it shows none
 */
public record Album(
        AlbumId id, AlbumDetails details, @Nullable AssetId thumbnail, Instant created, Instant updated) {
    /** Changed at that moment. */
    public Album with(AlbumDetails newDetails, @Nullable AssetId newThumbnail, Instant now) {
        return new Album(id, newDetails, newThumbnail, created, now);
    }
}
