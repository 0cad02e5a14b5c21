package app.heirloom.library.duplicate;

import app.heirloom.library.album.AlbumId;
import app.heirloom.library.album.AlbumNews;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetRelations;
import app.heirloom.library.asset.AssetRepository;
import app.heirloom.library.asset.event.StacksChanged;
import app.heirloom.library.event.Events;
import app.heirloom.library.job.JobQueues;
import app.heirloom.library.job.JobType;
import app.heirloom.library.transaction.Transactions;
import java.util.Collection;
import java.util.List;

/** Relations whose changes are told to those who see the albums and the stacks, and written to sidecars. */
public final class AnnouncedRelations implements AssetRelations {
    private final AssetRelations relations;
    private final AssetRepository assets;
    private final AlbumNews albums;
    private final JobQueues queues;
    private final Transactions transactions;
    private final Events events;

    public AnnouncedRelations(
            AssetRelations relations,
            AssetRepository assets,
            AlbumNews albums,
            JobQueues queues,
            Transactions transactions,
            Events events) {
        this.relations = relations;
        this.assets = assets;
        this.albums = albums;
        this.queues = queues;
        this.transactions = transactions;
        this.events = events;
    }

    @Override
    public List<Held> list(Collection<AssetId> held) {
        return relations.list(held);
    }

    @Override
    public List<Gift> copy(Collection<Relation> kinds, Collection<AssetId> sources, AssetId target) {
        List<Gift> given = relations.copy(kinds, sources, target);
        tell(given, target);
        boolean mayHaveStack = kinds.contains(Relation.STACK)
                && assets.list(sources).stream()
                        .anyMatch(source -> source.state().grouping().stack() != null);
        if (mayHaveStack) {
            var owner = assets.get(target).owner();
            transactions.afterCommit(() -> events.publish(new StacksChanged(owner)));
        }
        return given;
    }

    @Override
    public List<Gift> takeBack(Collection<Gift> gifts, AssetId target) {
        List<Gift> taken = relations.takeBack(gifts, target);
        tell(taken, target);
        return taken;
    }

    private void tell(List<Gift> gifts, AssetId target) {
        if (gifts.stream().anyMatch(gift -> gift.kind() == GiftKind.TAG)) {
            queues.add(JobType.SIDECAR_WRITING, target.value());
        }
        gifts.stream()
                .filter(gift -> gift.kind() == GiftKind.ALBUM)
                .forEach(gift -> albums.tell(new AlbumId(gift.id())));
    }
}
