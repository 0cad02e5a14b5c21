package app.heirloom.library.duplicate;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.grouping.DuplicateGroupId;
import java.util.List;

/** Assets of one owner that were judged the same. */
public record DuplicateGroup(DuplicateGroupId id, List<AssetId> assets) {
    public DuplicateGroup {
        assets = List.copyOf(assets);
    }
}
