package app.heirloom.library.duplicate;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetRepository;
import app.heirloom.library.asset.access.OwnAssets;
import app.heirloom.library.asset.grouping.DuplicateGroupId;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.metadata.ExifRepository;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.Permission;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Shows owners their duplicate groups, makes and dismisses them. */
public final class Duplicates {
    private static final int LEAST = 2;

    private final DuplicateRepository duplicates;
    private final Dismissals dismissals;
    private final AssetRepository assets;
    private final ExifRepository exifs;
    private final OwnAssets own;
    private final Transactions transactions;

    /**
     * A group as its owner judges it.
     *
     * @param keep the asset that is suggested to be kept
     */
    public record Shown(DuplicateGroupId id, List<Asset> assets, Map<AssetId, Exif> exifs, Optional<AssetId> keep) {}

    public Duplicates(
            DuplicateRepository duplicates,
            Dismissals dismissals,
            AssetRepository assets,
            ExifRepository exifs,
            OwnAssets own,
            Transactions transactions) {
        this.duplicates = duplicates;
        this.dismissals = dismissals;
        this.assets = assets;
        this.exifs = exifs;
        this.own = own;
        this.transactions = transactions;
    }

    /** The caller's groups of two assets or more; those with a single one left are over, and dissolved. */
    public List<Shown> list(Caller caller) {
        List<Shown> shown = new ArrayList<>();
        List<DuplicateGroupId> over = new ArrayList<>();
        transactions.read(() -> {
            List<DuplicateGroup> groups = duplicates.list(caller.id());
            List<AssetId> ids =
                    groups.stream().flatMap(group -> group.assets().stream()).toList();
            Map<AssetId, Asset> found = new HashMap<>();
            assets.list(ids).forEach(asset -> found.put(asset.id(), asset));
            Map<AssetId, Exif> known = exifs.list(ids);
            for (DuplicateGroup group : groups) {
                if (group.assets().size() < LEAST) {
                    over.add(group.id());
                } else {
                    shown.add(show(group, found, known));
                }
            }
            return true;
        });
        if (!over.isEmpty()) {
            transactions.run(() -> duplicates.dissolve(caller.id(), stillOver(caller, over)));
        }
        return shown;
    }

    /** Says that all of the assets are the same, or, when one is not the caller's, changes nothing. */
    public void group(Caller caller, Collection<AssetId> ids, DuplicateGroupId group) {
        transactions.run(() -> {
            List<Asset> added = own.list(caller, ids, Permission.ASSET_UPDATE);
            duplicates.saveGroup(new DuplicateGroup(group, ids(added)));
            dismissals.takeBack(caller.id(), members(caller, group));
        });
    }

    /**
     * Takes all of the assets out of their groups, or, when one is not the caller's, none. They do not come back to
     * those that stay.
     */
    public void ungroup(Caller caller, Collection<AssetId> ids) {
        transactions.run(() -> {
            List<Asset> removed = own.list(caller, ids, Permission.ASSET_UPDATE);
            removed.stream()
                    .map(asset -> asset.state().grouping().duplicateGroup())
                    .filter(Objects::nonNull)
                    .distinct()
                    .forEach(group -> dismissals.dismiss(caller.id(), removed, members(caller, group)));
            duplicates.removeFromGroups(ids(removed));
        });
    }

    /** Ends the groups without touching their assets, for good, all or, when one is not the caller's, none. */
    public void dismiss(Caller caller, Collection<DuplicateGroupId> ids) {
        transactions.run(() -> {
            if (ids.stream().anyMatch(id -> duplicates.find(caller.id(), id).isEmpty())) {
                throw ErrorCode.NO_ACCESS.exception(
                        "Not found or no " + Permission.DUPLICATE_DELETE.dottedName() + " access");
            }
            ids.forEach(id -> dismissals.dismiss(caller.id(), members(caller, id)));
            duplicates.dissolve(caller.id(), ids);
        });
    }

    private List<Asset> members(Caller caller, DuplicateGroupId group) {
        return duplicates
                .find(caller.id(), group)
                .map(found -> assets.list(found.assets()))
                .orElse(List.of());
    }

    private static List<AssetId> ids(List<Asset> assets) {
        return assets.stream().map(Asset::id).toList();
    }

    private static Shown show(DuplicateGroup group, Map<AssetId, Asset> found, Map<AssetId, Exif> known) {
        List<Asset> members =
                group.assets().stream().map(found::get).filter(Objects::nonNull).toList();
        Map<AssetId, Exif> exifs = new HashMap<>();
        members.forEach(asset -> exifs.put(asset.id(), known.getOrDefault(asset.id(), Exif.UNKNOWN)));
        return new Shown(group.id(), members, exifs, suggestion(members, exifs));
    }

    /** Says nothing of albums, which the usual rules do not ask for. */
    private static Optional<AssetId> suggestion(List<Asset> members, Map<AssetId, Exif> exifs) {
        List<KeeperCandidate> candidates = members.stream()
                .map(asset -> KeeperCandidate.of(asset, exifs.getOrDefault(asset.id(), Exif.UNKNOWN), List.of()))
                .toList();
        return candidates.isEmpty()
                ? Optional.empty()
                : Optional.of(KeeperRules.DEFAULT.choose(candidates).keeper().id());
    }

    /** A finder may have added to a group since it was read. */
    private List<DuplicateGroupId> stillOver(Caller caller, List<DuplicateGroupId> over) {
        return over.stream()
                .filter(id -> duplicates
                        .find(caller.id(), id)
                        .map(group -> group.assets().size() < LEAST)
                        .orElse(false))
                .toList();
    }
}
