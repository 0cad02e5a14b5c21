package app.heirloom.library.remote.asset;

import app.heirloom.library.asset.AssetCounts;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.grouping.LibraryId;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.metadata.edit.AssetEdit;
import app.heirloom.library.user.UserId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The assets of a photo server. */
public interface RemoteAssets {
    /**
     * Hands over the user's assets, newest first, page by page, so that never all are in memory. Those that come or go
     * meanwhile may be missed or be seen twice. Locked ones are never seen.
     */
    void forEach(RemoteFilter filter, Consumer<RemoteAsset> action);

    /** With its metadata; trashed ones too; empty when it is not there or not for the user. */
    Optional<WholeRemoteAsset> find(AssetId id);

    /** What the server says that the user has in timeline and archive. Immich leaves external libraries out. */
    AssetCounts count();

    /**
     * How many assets each of the user's external libraries has, without hidden ones, as the server says; empty where it
     * does not tell, as those who are no administrators.
     */
    Optional<Map<LibraryId, Long>> countLibraries(UserId owner);

    /**
     * Changes what is said of one asset. Servers that read files write this down in a sidecar, and forget it for
     * external libraries when they read the file again.
     */
    void edit(AssetId id, AssetEdit edit);

    /** As {@link #find}, or fails as NO_ACCESS. */
    default WholeRemoteAsset get(AssetId id) {
        return find(id).orElseThrow(() -> ErrorCode.NO_ACCESS.exception("There is no asset " + id + " on the server"));
    }
}
