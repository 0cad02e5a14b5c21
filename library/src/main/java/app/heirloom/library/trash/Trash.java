package app.heirloom.library.trash;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetRepository;
import app.heirloom.library.asset.access.AssetAccess;
import app.heirloom.library.asset.event.AssetsRestored;
import app.heirloom.library.asset.event.AssetsTrashed;
import app.heirloom.library.asset.event.StacksChanged;
import app.heirloom.library.event.Event;
import app.heirloom.library.event.Events;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.Permission;
import app.heirloom.library.user.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Moves assets to the trash and back, and out of the library for good. */
public final class Trash {
    private static final int PORTION = 500;

    private final AssetRepository assets;
    private final AssetAccess access;
    private final AssetRemoval removal;
    private final Transactions transactions;
    private final Events events;
    private final InstantSource clock;

    public Trash(
            AssetRepository assets,
            AssetAccess access,
            AssetRemoval removal,
            Transactions transactions,
            Events events,
            InstantSource clock) {
        this.assets = assets;
        this.access = access;
        this.removal = removal;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** Puts the assets into the trash; those that are there stay as they are. Fails when one is not the caller's. */
    public void trash(Caller caller, Collection<AssetId> ids) {
        access.list(caller, ids, Permission.ASSET_DELETE);
        transactions.run(() -> put(ids));
    }

    /** The same inside a write, for use cases that have asked already who may. */
    public void put(Collection<AssetId> ids) {
        Instant now = clock.instant();
        update(ids, since -> since == null ? now : since);
    }

    /** Takes the assets out of the trash, inside a write of those who have asked already who may. */
    public void putBack(Collection<AssetId> ids) {
        update(ids, since -> null);
    }

    /** Takes the assets out of the trash and returns how many were in it. Fails when one is not the caller's. */
    public int restore(Caller caller, Collection<AssetId> ids) {
        access.list(caller, ids, Permission.ASSET_DELETE);
        return transactions.write(() -> update(ids, since -> null));
    }

    /** Takes everything out of the caller's trash, a portion at a time, and returns how much that was. */
    public int restoreAll(Caller caller) {
        caller.require(Permission.ASSET_DELETE);
        return inPortions(caller, portion -> update(portion, since -> null));
    }

    /** Deletes everything in the caller's trash for good, a portion at a time, and returns how much that was. */
    public int empty(Caller caller) {
        caller.require(Permission.ASSET_DELETE);
        return inPortions(caller, portion -> {
            List<Asset> trashed = assets.list(portion).stream()
                    .filter(asset -> asset.state().trashed() != null)
                    .toList();
            removal.remove(trashed);
            return trashed.size();
        });
    }

    /** Each portion is a write of its own, so that a full trash does not keep all others waiting. */
    private int inPortions(Caller caller, ToIntFunction<List<AssetId>> work) {
        List<AssetId> trashed = transactions.read(() -> assets.listTrashed(caller.id()));
        int total = 0;
        for (int from = 0; from < trashed.size(); from += PORTION) {
            List<AssetId> portion = trashed.subList(from, Math.min(from + PORTION, trashed.size()));
            total += transactions.write(() -> work.applyAsInt(portion));
        }
        return total;
    }

    /** Deletes the assets for good, with the motion videos of live photos. Fails when one is not the caller's. */
    public void delete(Caller caller, Collection<AssetId> ids) {
        access.list(caller, ids, Permission.ASSET_DELETE);
        transactions.run(() -> removal.remove(assets.list(ids)));
    }

    private int update(Collection<AssetId> ids, UnaryOperator<@Nullable Instant> trashed) {
        List<Asset> changed = new ArrayList<>();
        for (Asset asset : assets.list(ids)) {
            Instant before = asset.state().trashed();
            Instant after = trashed.apply(before);
            if ((before == null) != (after == null)) {
                Asset moved = asset.withState(asset.state().withTrashed(after));
                assets.save(moved);
                changed.add(moved);
            }
        }
        boolean isTrashed = changed.stream().anyMatch(asset -> asset.state().trashed() != null);
        tell(changed, (moved, owner) -> isTrashed ? new AssetsTrashed(moved, owner) : new AssetsRestored(moved, owner));
        changed.stream()
                .filter(asset -> asset.state().grouping().stack() != null)
                .map(Asset::owner)
                .distinct()
                .forEach(owner -> transactions.afterCommit(() -> events.publish(new StacksChanged(owner))));
        return changed.size();
    }

    /** Tells each owner of its assets, once the surrounding write is durable. */
    private void tell(Collection<Asset> affected, BiFunction<List<AssetId>, UserId, Event> event) {
        Map<UserId, List<AssetId>> byOwner =
                affected.stream().collect(groupingBy(Asset::owner, mapping(Asset::id, toList())));
        transactions.afterCommit(() -> byOwner.forEach((owner, ids) -> events.publish(event.apply(ids, owner))));
    }
}
