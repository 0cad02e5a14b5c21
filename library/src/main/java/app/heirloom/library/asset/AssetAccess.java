package app.heirloom.library.asset;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.Permission;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/** Hands out only those assets that a caller may touch. */
public final class AssetAccess {
    private final AssetRepository assets;
    private final Transactions transactions;

    public AssetAccess(AssetRepository assets, Transactions transactions) {
        this.assets = assets;
        this.transactions = transactions;
    }

    /**
     * The caller's asset.
     *
     * @param permission needed by an API key, and named when access is refused
     * @throws HeirloomException FORBIDDEN without the permission; NO_ACCESS when the asset does not exist or is not the
     *     caller's
     */
    public Asset get(Caller caller, AssetId id, Permission permission) {
        caller.require(permission);
        return transactions
                .read(() -> assets.find(id))
                .filter(asset -> isOwner(caller, asset))
                .orElseThrow(() -> noAccess(permission));
    }

    /** All of the caller's assets with these ids, each once; fails as {@link #get} when a single one is not. */
    public List<Asset> list(Caller caller, Collection<AssetId> ids, Permission permission) {
        caller.require(permission);
        var distinct = new LinkedHashSet<>(ids);
        List<Asset> found = transactions.read(() -> assets.list(distinct));
        if (found.size() < distinct.size() || !found.stream().allMatch(asset -> isOwner(caller, asset))) {
            throw noAccess(permission);
        }
        return found;
    }

    private static boolean isOwner(Caller caller, Asset asset) {
        return asset.owner().equals(caller.id());
    }

    private static HeirloomException noAccess(Permission permission) {
        return ErrorCode.NO_ACCESS.exception("Not found or no " + permission.dottedName() + " access");
    }
}
