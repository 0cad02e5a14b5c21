package app.heirloom.library.remote.duplicate;

import app.heirloom.library.asset.grouping.DuplicateGroupId;
import app.heirloom.library.remote.asset.RemoteAsset;
import java.util.List;

/** Assets that a photo server judged the same, with their metadata and in its order. */
public record RemoteDuplicateGroup(DuplicateGroupId id, List<RemoteAsset> assets) {
    public RemoteDuplicateGroup {
        assets = List.copyOf(assets);
    }
}
