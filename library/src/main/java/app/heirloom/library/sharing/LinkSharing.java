package app.heirloom.library.sharing;

import app.heirloom.library.album.AlbumId;
import app.heirloom.library.album.content.AlbumAssetRepository;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.access.AssetSharing;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.LinkPass;
import app.heirloom.library.user.Permission;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Holders of a shared link may look at what it shares and, if it says so, download it. */
public final class LinkSharing implements AssetSharing {
    private final SharedLinkRepository links;
    private final AlbumAssetRepository albums;

    public LinkSharing(SharedLinkRepository links, AlbumAssetRepository albums) {
        this.links = links;
        this.albums = albums;
    }

    @Override
    public Set<AssetId> filterShared(Caller caller, Collection<AssetId> ids, Permission permission) {
        return caller.credential() instanceof Caller.Credential.OfSharedLink(LinkPass pass) && permits(pass, permission)
                ? shown(caller, pass, ids)
                : Set.of();
    }

    private static boolean permits(LinkPass pass, Permission permission) {
        return switch (permission) {
            case ASSET_READ, ASSET_VIEW -> true;
            case ASSET_DOWNLOAD -> pass.download();
            default -> false;
        };
    }

    /** Of an album no more than the link's owner sees himself. */
    private Set<AssetId> shown(Caller caller, LinkPass pass, Collection<AssetId> ids) {
        UUID album = pass.album();
        return album == null
                ? links.filterShown(pass.link(), ids)
                : albums.filterShown(caller.id(), new AlbumId(album), ids);
    }
}
