package app.heirloom.library.remote.duplicate;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.grouping.StackId;
import java.util.List;

/**
 * Assets that a photo server shows as one.
 *
 * @param assets the primary one first
 */
public record RemoteStack(StackId id, List<AssetId> assets) {
    public RemoteStack {
        assets = List.copyOf(assets);
    }
}
