package app.heirloom.library.trash;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetRepository;
import app.heirloom.library.asset.event.AssetsDeleted;
import app.heirloom.library.asset.event.StacksChanged;
import app.heirloom.library.event.Events;
import app.heirloom.library.job.JobQueues;
import app.heirloom.library.job.JobType;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.UserId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Deletes assets for good, with the motion videos of live photos, whoever they belong to. */
public final class AssetRemoval {
    private final AssetRepository assets;
    private final JobQueues queues;
    private final Transactions transactions;
    private final Events events;

    public AssetRemoval(AssetRepository assets, JobQueues queues, Transactions transactions, Events events) {
        this.assets = assets;
        this.queues = queues;
        this.transactions = transactions;
        this.events = events;
    }

    /** Rows go now, in the surrounding transaction; the bytes follow in a job. */
    public void remove(Collection<Asset> doomed) {
        Map<UserId, Set<AssetId>> byOwner = new LinkedHashMap<>();
        Set<UserId> withStacks = new LinkedHashSet<>();
        for (Asset asset : doomed) {
            Set<AssetId> ids = byOwner.computeIfAbsent(asset.owner(), owner -> new LinkedHashSet<>());
            ids.add(asset.id());
            AssetId motion = asset.state().livePhotoVideo();
            if (motion != null) {
                ids.add(motion);
            }
            if (asset.state().grouping().stack() != null) {
                withStacks.add(asset.owner());
            }
        }
        byOwner.forEach((owner, ids) -> {
            assets.remove(ids);
            queues.add(JobType.BLOB_REMOVAL, ids.iterator().next().value());
            transactions.afterCommit(() -> events.publish(new AssetsDeleted(List.copyOf(ids), owner)));
        });
        withStacks.forEach(owner -> transactions.afterCommit(() -> events.publish(new StacksChanged(owner))));
    }
}
