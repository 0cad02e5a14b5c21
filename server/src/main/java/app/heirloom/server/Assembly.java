package app.heirloom.server;

import app.heirloom.immich.Library;
import app.heirloom.library.asset.AssetAccess;
import app.heirloom.library.asset.AssetDocuments;
import app.heirloom.library.asset.AssetSharing;
import app.heirloom.library.asset.BlobStore;
import app.heirloom.library.asset.OwnAssets;
import app.heirloom.library.duplicate.AssetCopy;
import app.heirloom.library.duplicate.DuplicateResolution;
import app.heirloom.library.duplicate.Duplicates;
import app.heirloom.library.duplicate.SidecarCopy;
import app.heirloom.library.event.Events;
import app.heirloom.library.ingest.Ingest;
import app.heirloom.library.job.JobQueues;
import app.heirloom.library.livephoto.LivePhotoPairing;
import app.heirloom.library.metadata.AssetEditing;
import app.heirloom.library.pipeline.Reruns;
import app.heirloom.library.stack.Stacks;
import app.heirloom.library.tag.TagGrowth;
import app.heirloom.library.tag.Tags;
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
    private final SqlStorage storage;
    private final BlobStore blobs;
    private final JobQueues queues;
    private final Events events;
    private final InstantSource clock;
    private final Transactions transactions;
    private final AssetAccess access;
    private final OwnAssets own;

    Assembly(SqlStorage storage, BlobStore blobs, JobQueues queues, Events events, InstantSource clock) {
        this.storage = storage;
        this.blobs = blobs;
        this.queues = queues;
        this.events = events;
        this.clock = clock;
        this.transactions = storage.transactions();
        this.access = new AssetAccess(storage.assets(), sharings(), transactions);
        this.own = new OwnAssets(storage.assets());
    }

    Library library() {
        return new Library(
                entrance(),
                collection(),
                new Library.Organising(arranging()),
                new Library.Views(storage.timeline(), storage.search(), storage.exifs()),
                new Library.Shelves(storage.assets(), blobs, transactions),
                new Library.Background(queues, new Reruns(queues, own, transactions)));
    }

    /** What is done every night. */
    List<NightlyTask> nightlyTasks() {
        return List.of();
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

    private Library.Collection collection() {
        var assets = storage.assets();
        return new Library.Collection(
                new Ingest(
                        new Ingest.Shelves(assets, blobs, storage.assetDocuments(), storage.users()),
                        queues,
                        transactions,
                        events,
                        clock),
                access,
                editing(),
                trash(),
                new LivePhotoPairing(assets, own, transactions, events));
    }

    private AssetEditing editing() {
        return new AssetEditing(storage.assets(), storage.exifs(), access, transactions, clock);
    }

    private Trash trash() {
        return new Trash(storage.assets(), access, queues, transactions, clock);
    }

    private Library.Arranging arranging() {
        var assets = storage.assets();
        var relations = storage.relations();
        return new Library.Arranging(
                new Tags(storage.tags(), new TagGrowth(storage.tags(), clock), own, transactions, clock),
                new Stacks(storage.stacks(), own, transactions, events),
                new Duplicates(storage.duplicates(), assets, storage.exifs(), transactions),
                new DuplicateResolution(
                        storage.duplicates(),
                        assets,
                        storage.exifs(),
                        relations,
                        new DuplicateResolution.Acts(editing(), trash()),
                        transactions),
                new AssetCopy(
                        assets, relations, new SidecarCopy(assets, blobs, queues, transactions), own, transactions),
                new AssetDocuments(storage.assetDocuments(), own, transactions, clock));
    }
}
