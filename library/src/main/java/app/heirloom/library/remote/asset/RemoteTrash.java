package app.heirloom.library.remote.asset;

import app.heirloom.library.asset.AssetId;
import java.util.Collection;

/** The way out of a photo server, and back. All or nothing is not promised: read afterwards what became of each. */
public interface RemoteTrash {
    /** Puts the assets into the trash; without ids, nothing happens. */
    void put(Collection<AssetId> ids);

    /** Takes the assets out of the trash. */
    void restore(Collection<AssetId> ids);

    /** Removes the assets for ever, in the trash or not. */
    void remove(Collection<AssetId> ids);
}
