package app.heirloom.library.duplicate.merge;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetRelations;
import app.heirloom.library.asset.AssetRelations.Relation;
import app.heirloom.library.asset.AssetRepository;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.asset.access.OwnAssets;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.Permission;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Gives one asset what another has, as when a better file takes the place of a worse one. */
public final class AssetCopy {
    private final AssetRepository assets;
    private final AssetRelations relations;
    private final SidecarCopy sidecars;
    private final OwnAssets own;
    private final Transactions transactions;

    /**
     * What is to be copied.
     *
     * @param favorite whether the target becomes a favourite if and only if the source is one
     * @param sidecar whether the target gets the source's sidecar in the place of its own
     */
    public record Wish(AssetId source, AssetId target, Set<Relation> relations, boolean favorite, boolean sidecar) {}

    public AssetCopy(
            AssetRepository assets,
            AssetRelations relations,
            SidecarCopy sidecars,
            OwnAssets own,
            Transactions transactions) {
        this.assets = assets;
        this.relations = relations;
        this.sidecars = sidecars;
        this.own = own;
        this.transactions = transactions;
    }

    /**
     * Copies all that is wished for.
     *
     * @throws app.heirloom.library.error.HeirloomException INVALID when source and target are the same; NO_ACCESS when
     *     one is not the caller's
     */
    public void copy(Caller caller, Wish wish) {
        if (wish.source().equals(wish.target())) {
            throw ErrorCode.INVALID.exception("The source and the target must be two different assets");
        }
        List<Asset> pair = transactions.read(() -> own(caller, wish));
        if (wish.sidecar()) {
            sidecars.copy(pair.getFirst(), pair.getLast(), () -> write(caller, wish));
        } else {
            transactions.run(() -> write(caller, wish));
        }
    }

    private List<Asset> own(Caller caller, Wish wish) {
        return own.list(caller, List.of(wish.source(), wish.target()), Permission.ASSET_COPY);
    }

    private void write(Caller caller, Wish wish) {
        List<Asset> pair = own(caller, wish);
        Asset source = pair.getFirst();
        Asset target = pair.getLast();
        if (wish.favorite() && source.state().favorite() != target.state().favorite()) {
            assets.save(
                    target.withState(target.state().withFavorite(source.state().favorite())));
        }
        Set<Relation> kinds = EnumSet.noneOf(Relation.class);
        kinds.addAll(wish.relations());
        if (target.state().visibility() == Visibility.LOCKED) {
            kinds.removeAll(Set.of(Relation.ALBUMS, Relation.SHARED_LINKS));
        }
        relations.copy(kinds, List.of(source.id()), target.id());
    }
}
