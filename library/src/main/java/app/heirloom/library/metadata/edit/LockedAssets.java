package app.heirloom.library.metadata.edit;

import app.heirloom.library.asset.AssetId;
import java.util.Collection;

/** Is told of assets that become locked, inside the write that locks them. */
@FunctionalInterface
public interface LockedAssets {
    void locked(Collection<AssetId> ids);
}
