package app.heirloom.library.asset.access;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetRepository;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.Permission;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Hands out only those assets that a caller may touch: its own, and what is shared with it. */
public final class AssetAccess {
    private final AssetRepository assets;
    private final List<AssetSharing> sharings;
    private final Transactions transactions;

    /** @param sharings the ways in which owners let others touch their assets */
    public AssetAccess(AssetRepository assets, List<AssetSharing> sharings, Transactions transactions) {
        this.assets = assets;
        this.sharings = List.copyOf(sharings);
        this.transactions = transactions;
    }

    /**
     * The asset, if the caller may do this with it.
     *
     * @param permission needed by an API key, asked of the ways of sharing, and named when access is refused
     * @throws HeirloomException FORBIDDEN without the permission; NO_ACCESS when the asset does not exist or is not for
     *     the caller; UNAUTHENTICATED when it is locked and the caller's PIN code was not entered
     */
    public Asset get(Caller caller, AssetId id, Permission permission) {
        return list(caller, List.of(id), permission).getFirst();
    }

    /** All assets with these ids, each once; fails as {@link #get} when a single one is not for the caller. */
    public List<Asset> list(Caller caller, Collection<AssetId> ids, Permission permission) {
        caller.require(permission);
        var distinct = new LinkedHashSet<>(ids);
        List<Asset> found = transactions.read(() -> {
            List<Asset> all = assets.list(distinct);
            return all.size() == distinct.size()
                            && allowed(caller, all, permission).size() == all.size()
                    ? all
                    : List.of();
        });
        if (found.size() < distinct.size()) {
            throw noAccess(permission);
        }
        if (found.stream().anyMatch(asset -> asset.state().visibility() == Visibility.LOCKED)) {
            caller.requireElevated();
        }
        return found;
    }

    /** Those of the assets that the caller may do this with, without failing; of locked ones, only with the PIN code. */
    public Set<AssetId> filter(Caller caller, Collection<AssetId> ids, Permission permission) {
        caller.require(permission);
        return transactions.read(() -> {
            List<Asset> visible = assets.list(new LinkedHashSet<>(ids)).stream()
                    .filter(asset -> asset.state().visibility() != Visibility.LOCKED || caller.isElevated())
                    .toList();
            return allowed(caller, visible, permission);
        });
    }

    private Set<AssetId> allowed(Caller caller, List<Asset> found, Permission permission) {
        var allowed = new HashSet<AssetId>();
        var others = new HashSet<AssetId>();
        for (Asset asset : found) {
            boolean isOwn = caller.isUser() && asset.owner().equals(caller.id());
            if (isOwn) {
                allowed.add(asset.id());
            } else if (asset.state().visibility() != Visibility.LOCKED) {
                others.add(asset.id());
            }
        }
        for (AssetSharing sharing : sharings) {
            if (others.isEmpty()) {
                break;
            }
            Set<AssetId> shared = sharing.filterShared(caller, others, permission);
            allowed.addAll(shared);
            others.removeAll(shared);
        }
        return allowed;
    }

    private static HeirloomException noAccess(Permission permission) {
        return ErrorCode.NO_ACCESS.exception("Not found or no " + permission.dottedName() + " access");
    }
}
