package app.heirloom.server;

import app.heirloom.immich.Library;
import app.heirloom.library.asset.AssetAccess;
import app.heirloom.library.asset.AssetSharing;
import app.heirloom.library.asset.BlobStore;
import app.heirloom.library.event.Events;
import app.heirloom.library.ingest.Ingest;
import app.heirloom.library.job.JobQueues;
import app.heirloom.library.metadata.AssetEditing;
import app.heirloom.library.sync.Checkpoints;
import app.heirloom.library.sync.DeletionRetention;
import app.heirloom.library.sync.Synchronisation;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.trash.Trash;
import app.heirloom.library.user.Accounts;
import app.heirloom.library.user.ApiKeys;
import app.heirloom.library.user.Authentication;
import app.heirloom.library.user.PasswordHashing;
import app.heirloom.storage.sql.SqlStorage;
import java.time.InstantSource;
import java.util.List;

/** Makes the use cases of a library out of its stores. */
final class Assembly {
    /** Of a sync stream, from the database into memory. */
    private static final int ROWS_AT_ONCE = 2_000;

    private final SqlStorage storage;
    private final BlobStore blobs;
    private final JobQueues queues;
    private final Events events;
    private final InstantSource clock;
    private final Transactions transactions;
    private final AssetAccess access;

    Assembly(SqlStorage storage, BlobStore blobs, JobQueues queues, Events events, InstantSource clock) {
        this.storage = storage;
        this.blobs = blobs;
        this.queues = queues;
        this.events = events;
        this.clock = clock;
        this.transactions = storage.transactions();
        this.access = new AssetAccess(storage.assets(), sharings(), transactions);
    }

    Library library() {
        return new Library(
                entrance(),
                collection(),
                new Library.Organising(),
                new Library.Views(storage.timeline(), storage.search(), storage.exifs()),
                new Library.Shelves(storage.assets(), blobs, transactions),
                new Library.Background(queues, news()));
    }

    /** What is done every night. */
    List<NightlyTask> nightlyTasks() {
        var deletions = new DeletionRetention(storage.sync(), transactions, clock);
        return List.of(new NightlyTask("deletion-retention", deletions::apply));
    }

    /** The ways in which owners let others touch their assets. */
    private List<AssetSharing> sharings() {
        return List.of();
    }

    private Library.Entrance entrance() {
        PasswordHashing passwords = new BcryptPasswords();
        var credentials = new Authentication.Credentials(storage.users(), storage.sessions(), storage.apiKeys());
        return new Library.Entrance(
                new Accounts(storage.users(), passwords, transactions, clock),
                new Authentication(credentials, passwords, transactions, clock),
                new ApiKeys(storage.apiKeys(), transactions, clock));
    }

    private Library.News news() {
        var checkpoints = new Checkpoints(storage.checkpoints(), transactions, clock);
        return new Library.News(
                events,
                new Synchronisation(storage.sync(), storage.albumSync(), checkpoints, transactions, ROWS_AT_ONCE),
                checkpoints,
                storage.sync());
    }

    private Library.Collection collection() {
        var assets = storage.assets();
        return new Library.Collection(
                new Ingest(new Ingest.Shelves(assets, blobs, storage.users()), queues, transactions, events, clock),
                access,
                new AssetEditing(assets, storage.exifs(), access, transactions, clock),
                new Trash(assets, access, queues, transactions, events, clock));
    }
}
