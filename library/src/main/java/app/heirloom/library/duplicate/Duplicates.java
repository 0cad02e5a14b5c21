package app.heirloom.library.duplicate;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetRepository;
import app.heirloom.library.asset.DuplicateGroupId;
import app.heirloom.library.asset.OwnAssets;
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
            AssetRepository assets,
            ExifRepository exifs,
            OwnAssets own,
            Transactions transactions) {
        this.duplicates = duplicates;
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
        transactions.run(() -> duplicates.saveGroup(new DuplicateGroup(group, listOwn(caller, ids))));
    }

    /** Takes all of the assets out of their groups, or, when one is not the caller's, none. */
    public void ungroup(Caller caller, Collection<AssetId> ids) {
        transactions.run(() -> duplicates.removeFromGroups(listOwn(caller, ids)));
    }

    private List<AssetId> listOwn(Caller caller, Collection<AssetId> ids) {
        return own.list(caller, ids, Permission.ASSET_UPDATE).stream()
                .map(Asset::id)
                .toList();
    }

    /** Ends the groups without touching their assets, all or, when one is not the caller's, none. */
    public void dismiss(Caller caller, Collection<DuplicateGroupId> ids) {
        transactions.run(() -> {
            if (ids.stream().anyMatch(id -> duplicates.find(caller.id(), id).isEmpty())) {
                throw ErrorCode.NO_ACCESS.exception(
                        "Not found or no " + Permission.DUPLICATE_DELETE.dottedName() + " access");
            }
            duplicates.dissolve(caller.id(), ids);
        });
    }

    private static Shown show(DuplicateGroup group, Map<AssetId, Asset> found, Map<AssetId, Exif> known) {
        List<Asset> members =
                group.assets().stream().map(found::get).filter(Objects::nonNull).toList();
        Map<AssetId, Exif> exifs = new HashMap<>();
        members.forEach(asset -> exifs.put(asset.id(), known.getOrDefault(asset.id(), Exif.UNKNOWN)));
        return new Shown(group.id(), members, exifs, KeeperSuggestion.of(members, exifs));
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
