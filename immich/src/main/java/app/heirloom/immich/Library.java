package app.heirloom.immich;

import app.heirloom.library.asset.AssetAccess;
import app.heirloom.library.asset.AssetRepository;
import app.heirloom.library.asset.BlobStore;
import app.heirloom.library.event.Events;
import app.heirloom.library.ingest.Ingest;
import app.heirloom.library.job.JobQueues;
import app.heirloom.library.metadata.AssetEditing;
import app.heirloom.library.metadata.ExifRepository;
import app.heirloom.library.search.SearchRepository;
import app.heirloom.library.sync.Checkpoints;
import app.heirloom.library.sync.SyncRepository;
import app.heirloom.library.sync.Synchronisation;
import app.heirloom.library.timeline.TimelineRepository;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.trash.Trash;
import app.heirloom.library.user.Accounts;
import app.heirloom.library.user.ApiKeys;
import app.heirloom.library.user.Authentication;

/** What the API serves: the use cases of a library, and the views that need no rule besides who may see them. */
public record Library(
        Entrance entrance,
        Collection collection,
        Organising organising,
        Views views,
        Shelves shelves,
        Background background) {

    /** How people and programs get in. */
    public record Entrance(Accounts accounts, Authentication authentication, ApiKeys apiKeys) {}

    /** What can be done with assets. */
    public record Collection(Ingest ingest, AssetAccess access, AssetEditing editing, Trash trash) {}

    /** How assets are brought into an order. */
    public record Organising() {}

    /** What can be looked at. */
    public record Views(TimelineRepository timeline, SearchRepository search, ExifRepository exifs) {}

    /** Where the files of assets are found. */
    public record Shelves(AssetRepository assets, BlobStore blobs, Transactions transactions) {}

    /** What happens behind the requests. */
    public record Background(JobQueues queues, News news) {}

    /** How clients hear of what happens: at once while they listen, or when they come back. */
    public record News(Events events, Synchronisation synchronisation, Checkpoints checkpoints, SyncRepository sync) {}
}
