package app.heirloom.library.trash;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetAccess;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetRepository;
import app.heirloom.library.job.JobQueues;
import app.heirloom.library.job.JobType;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.Permission;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Moves assets to the trash and back, and out of the library for good. */
public final class Trash {
    private final AssetRepository assets;
    private final AssetAccess access;
    private final JobQueues queues;
    private final Transactions transactions;
    private final InstantSource clock;

    public Trash(
            AssetRepository assets,
            AssetAccess access,
            JobQueues queues,
            Transactions transactions,
            InstantSource clock) {
        this.assets = assets;
        this.access = access;
        this.queues = queues;
        this.transactions = transactions;
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

    /** Takes the assets out of the trash and returns how many were in it. Fails when one is not the caller's. */
    public int restore(Caller caller, Collection<AssetId> ids) {
        access.list(caller, ids, Permission.ASSET_DELETE);
        return transactions.write(() -> update(ids, since -> null));
    }

    /** Takes everything out of the caller's trash and returns how much that was. */
    public int restoreAll(Caller caller) {
        caller.require(Permission.ASSET_DELETE);
        return transactions.write(() -> update(assets.listTrashed(caller.id()), since -> null));
    }

    /** Deletes everything in the caller's trash for good and returns how much that was. */
    public int empty(Caller caller) {
        caller.require(Permission.ASSET_DELETE);
        return transactions.write(() -> {
            List<AssetId> trashed = assets.listTrashed(caller.id());
            remove(assets.list(trashed));
            return trashed.size();
        });
    }

    /** Deletes the assets for good, with the motion videos of live photos. Fails when one is not the caller's. */
    public void delete(Caller caller, Collection<AssetId> ids) {
        access.list(caller, ids, Permission.ASSET_DELETE);
        transactions.run(() -> remove(assets.list(ids)));
    }

    private int update(Collection<AssetId> ids, UnaryOperator<@Nullable Instant> trashed) {
        int changed = 0;
        for (Asset asset : assets.list(ids)) {
            Instant before = asset.state().trashed();
            Instant after = trashed.apply(before);
            if ((before == null) != (after == null)) {
                assets.save(asset.withState(asset.state().withTrashed(after)));
                changed++;
            }
        }
        return changed;
    }

    /** Rows go now, in the surrounding transaction; the bytes follow in a job. */
    private void remove(List<Asset> doomed) {
        Set<AssetId> ids = new LinkedHashSet<>();
        for (Asset asset : doomed) {
            ids.add(asset.id());
            AssetId motion = asset.state().livePhotoVideo();
            if (motion != null) {
                ids.add(motion);
            }
        }
        if (!ids.isEmpty()) {
            assets.remove(ids);
            queues.add(JobType.BLOB_REMOVAL, ids.iterator().next().value());
        }
    }
}
