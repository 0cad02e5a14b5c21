package app.heirloom.library.asset.access;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.Permission;
import java.util.Collection;
import java.util.Set;

/** Lets others than the owner touch an asset; each way of sharing is one. Called inside a read. */
@FunctionalInterface
public interface AssetSharing {
    /** Those of the assets that the caller may do this with. Locked assets are never shared. */
    Set<AssetId> filterShared(Caller caller, Collection<AssetId> ids, Permission permission);
}
