package app.heirloom.library.asset.access;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetRepository;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.Permission;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Hands out assets to their owners only, for what nobody may do with another's assets, however they are shared. Called
 * inside transactions, so that what was seen still holds when it is acted upon.
 */
public final class OwnAssets {
    private final AssetRepository assets;

    public OwnAssets(AssetRepository assets) {
        this.assets = assets;
    }

    /** The asset, as {@link #list} hands it out. */
    public Asset get(Caller caller, AssetId id, Permission permission) {
        return list(caller, List.of(id), permission).getFirst();
    }

    /**
     * All of the assets, each once, in the order of the ids.
     *
     * @param permission named when access is refused
     * @throws HeirloomException NO_ACCESS when one does not exist or is not the caller's; UNAUTHENTICATED when one is
     *     locked and the caller's PIN code was not entered
     */
    public List<Asset> list(Caller caller, Collection<AssetId> ids, Permission permission) {
        Set<AssetId> distinct = new LinkedHashSet<>(ids);
        Map<AssetId, Asset> own = own(caller, distinct);
        if (own.size() < distinct.size()) {
            throw ErrorCode.NO_ACCESS.exception("Not found or no " + permission.dottedName() + " access");
        }
        if (own.values().stream().anyMatch(OwnAssets::isLocked)) {
            caller.requireElevated();
        }
        return distinct.stream().map(own::get).map(Objects::requireNonNull).toList();
    }

    /** Those of the assets that are the caller's, in no particular order; locked ones only with the PIN code. */
    public List<Asset> filter(Caller caller, Collection<AssetId> ids) {
        return own(caller, ids).values().stream()
                .filter(asset -> !isLocked(asset) || caller.isElevated())
                .toList();
    }

    private Map<AssetId, Asset> own(Caller caller, Collection<AssetId> ids) {
        Map<AssetId, Asset> own = new LinkedHashMap<>();
        for (Asset asset : assets.list(ids)) {
            if (caller.isUser() && asset.owner().equals(caller.id())) {
                own.put(asset.id(), asset);
            }
        }
        return own;
    }

    private static boolean isLocked(Asset asset) {
        return asset.state().visibility() == Visibility.LOCKED;
    }
}
