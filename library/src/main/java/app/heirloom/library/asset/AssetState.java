package app.heirloom.library.asset;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What its owner made of an asset.
 *
 * @param trashed since when it is in the trash
 * @param livePhotoVideo the hidden motion video that belongs to this still
 */
public record AssetState(
        Visibility visibility,
        boolean favorite,
        @Nullable Instant trashed,
        @Nullable AssetId livePhotoVideo) {

    public AssetState withVisibility(Visibility newVisibility) {
        return new AssetState(newVisibility, favorite, trashed, livePhotoVideo);
    }

    public AssetState withFavorite(boolean newFavorite) {
        return new AssetState(visibility, newFavorite, trashed, livePhotoVideo);
    }

    public AssetState withTrashed(@Nullable Instant newTrashed) {
        return new AssetState(visibility, favorite, newTrashed, livePhotoVideo);
    }

    public AssetState withLivePhotoVideo(@Nullable AssetId newVideo) {
        return new AssetState(visibility, favorite, trashed, newVideo);
    }
}
