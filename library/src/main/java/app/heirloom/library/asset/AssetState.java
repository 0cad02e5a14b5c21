package app.heirloom.library.asset;

import app.heirloom.library.asset.grouping.Grouping;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of an asset.
 *
 * @param trashed since when it is in the trash
 * @param offline whether the file of an external library could not be found
 * @param livePhotoVideo the hidden motion video that belongs to this still
 * @param grouping written by the features that group, not by {@link AssetRepository#save}
 */
public record AssetState(
        Visibility visibility,
        boolean favorite,
        @Nullable Instant trashed,
        boolean offline,
        @Nullable AssetId livePhotoVideo,
        Grouping grouping) {

    /** Of an asset that nothing was done to yet. */
    public static AssetState of(Visibility visibility) {
        return new AssetState(visibility, false, null, false, null, Grouping.NONE);
    }

    public AssetState withVisibility(Visibility newVisibility) {
        return new AssetState(newVisibility, favorite, trashed, offline, livePhotoVideo, grouping);
    }

    public AssetState withFavorite(boolean newFavorite) {
        return new AssetState(visibility, newFavorite, trashed, offline, livePhotoVideo, grouping);
    }

    public AssetState withTrashed(@Nullable Instant newTrashed) {
        return new AssetState(visibility, favorite, newTrashed, offline, livePhotoVideo, grouping);
    }

    public AssetState withOffline(boolean newOffline) {
        return new AssetState(visibility, favorite, trashed, newOffline, livePhotoVideo, grouping);
    }

    public AssetState withLivePhotoVideo(@Nullable AssetId newVideo) {
        return new AssetState(visibility, favorite, trashed, offline, newVideo, grouping);
    }

    /** Without what is its owner's own business: favourites and duplicates. */
    public AssetState forOthers() {
        return withFavorite(false).withGrouping(grouping.withoutDuplicateGroup());
    }

    public AssetState withGrouping(Grouping newGrouping) {
        return new AssetState(visibility, favorite, trashed, offline, livePhotoVideo, newGrouping);
    }
}
