package app.heirloom.library.remote.album;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.user.SharedLinkId;
import java.util.List;

/** A shared link of a photo server to assets that were chosen one by one. */
public record RemoteLink(SharedLinkId id, List<AssetId> assets) {
    public RemoteLink {
        assets = List.copyOf(assets);
    }
}
