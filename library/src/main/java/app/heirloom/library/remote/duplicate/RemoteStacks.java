package app.heirloom.library.remote.duplicate;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.grouping.StackId;
import java.util.List;
import java.util.Optional;

/** The stacks of a photo server. */
public interface RemoteStacks {
    /** Empty when it is not there or not the user's. */
    Optional<RemoteStack> find(StackId id);

    /**
     * Stacks at least two assets, the first as the primary one. One that leads another stack brings all of that along.
     */
    RemoteStack create(List<AssetId> assets);
}
