package app.heirloom.library.album.content;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.access.AssetSharing;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.Permission;
import java.util.Collection;
import java.util.Set;

/** Members of an album may look at its assets and download them. */
public final class AlbumSharing implements AssetSharing {
    private final AlbumAssetRepository assets;

    public AlbumSharing(AlbumAssetRepository assets) {
        this.assets = assets;
    }

    @Override
    public Set<AssetId> filterShared(Caller caller, Collection<AssetId> ids, Permission permission) {
        return switch (permission) {
            case ASSET_READ, ASSET_VIEW, ASSET_DOWNLOAD ->
                caller.isUser() ? assets.filterShown(caller.id(), null, ids) : Set.of();
            default -> Set.of();
        };
    }
}
