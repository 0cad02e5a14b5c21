package app.heirloom.immich.json.sync;

import app.heirloom.library.sync.entity.SyncedAlbumAsset;
import java.util.UUID;

/** SyncAlbumToAssetV1: that an asset is in an album. */
public record SyncAlbumToAssetJson(UUID albumId, UUID assetId) {
    public static SyncAlbumToAssetJson of(SyncedAlbumAsset link) {
        return new SyncAlbumToAssetJson(link.album().value(), link.asset().value());
    }
}
