package app.heirloom.server;

import app.heirloom.immich.Library;
import app.heirloom.library.album.AlbumNews;
import app.heirloom.library.album.content.AlbumSharing;
import app.heirloom.library.asset.access.AssetAccess;
import app.heirloom.library.asset.access.AssetSharing;
import app.heirloom.library.asset.access.OwnAssets;
import app.heirloom.library.asset.blob.BlobStore;
import app.heirloom.library.asset.document.AssetDocuments;
import app.heirloom.library.asset.event.AssetsDeleted;
import app.heirloom.library.device.Holdings;
import app.heirloom.library.download.Download;
import app.heirloom.library.duplicate.AnnouncedRelations;
import app.heirloom.library.duplicate.Dismissals;
import app.heirloom.library.duplicate.merge.AssetCopy;
import app.heirloom.library.duplicate.merge.SidecarCopy;
import app.heirloom.library.event.Events;
import app.heirloom.library.ingest.Ingest;
import app.heirloom.library.job.JobQueues;
import app.heirloom.library.livephoto.LivePhotoPairing;
import app.heirloom.library.metadata.edit.AssetEditing;
import app.heirloom.library.person.People;
import app.heirloom.library.person.Portraits;
import app.heirloom.library.person.journal.JournalRetention;
import app.heirloom.library.person.journal.PersonMerge;
import app.heirloom.library.person.tagging.FaceTagging;
import app.heirloom.library.pipeline.Reruns;
import app.heirloom.library.preview.ProfileImages;
import app.heirloom.library.resolution.DuplicateResolution;
import app.heirloom.library.resolution.ResolutionRetention;
import app.heirloom.library.sharing.LinkAuthentication;
import app.heirloom.library.sharing.LinkGallery;
import app.heirloom.library.sharing.LinkSharing;
import app.heirloom.library.sharing.SharedLinks;
import app.heirloom.library.stack.Stacks;
import app.heirloom.library.sync.Checkpoints;
import app.heirloom.library.sync.DeletionRetention;
import app.heirloom.library.sync.Synchronisation;
import app.heirloom.library.tag.TagGrowth;
import app.heirloom.library.tag.Tags;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.trash.AssetRemoval;
import app.heirloom.library.trash.Trash;
import app.heirloom.library.user.administration.Accounts;
import app.heirloom.library.user.administration.UserAdministration;
import app.heirloom.library.user.document.UserDocuments;
import app.heirloom.library.user.login.ApiKeys;
import app.heirloom.library.user.login.Authentication;
import app.heirloom.library.user.login.PinCodes;
import app.heirloom.library.user.login.Sessions;
import app.heirloom.library.user.login.Verification;
import app.heirloom.library.user.secret.PasswordHashing;
import app.heirloom.media.Media;
import app.heirloom.server.nightly.NightlyTask;
import app.heirloom.storage.sql.SqlStorage;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Makes the use cases of a library out of its stores. */
final class Assembly {
    /** Of a sync stream, from the database into memory. */
    private static final int ROWS_AT_ONCE = 2_000;

    private final SqlStorage storage;
    private final BlobStore blobs;
    private final Media media;
    private final JobQueues queues;
    private final Events events;
    private final InstantSource clock;
    private final Transactions transactions;
    private final AssetAccess access;
    private final PasswordHashing passwords = new BcryptPasswords();
    private final Sessions sessions;
    private final UserAdministration administration;
    private final Library.Gathering gathering;
    private final Portraits portraits;
    private final OwnAssets own;
    private final ExternalAssembly external;
    private final RecognitionAssembly recognition;

    Assembly(
            SqlStorage storage,
            BlobStore blobs,
            Media media,
            ExternalAssembly external,
            RecognitionAssembly recognition,
            Work work) {
        this.storage = storage;
        this.blobs = blobs;
        this.media = media;
        this.external = external;
        this.recognition = recognition;
        this.queues = work.queues();
        this.events = work.events();
        this.clock = work.clock();
        this.transactions = storage.transactions();
        this.access = new AssetAccess(storage.assets(), sharings(), transactions);
        this.sessions = new Sessions(storage.sessions(), transactions, events, clock);
        this.administration = new UserAdministration(storage.users(), sessions, queues, transactions, clock);
        this.gathering =
                AlbumAssembly.gathering(storage.albums(), storage.albumAssets(), access, transactions, events, clock);
        this.portraits = recognition.portraits();
        this.own = new OwnAssets(storage.assets());
    }

    Library library() {
        return new Library(
                entrance(),
                collection(),
                new Library.Organising(gathering, sharing(), arranging(), faces()),
                new Library.Views(
                        storage.timeline(),
                        storage.search(),
                        storage.exifs(),
                        storage.map(),
                        storage.folders(),
                        recognition.recognised()),
                new Library.Shelves(storage.assets(), storage.users(), blobs, transactions),
                new Library.Background(
                        queues,
                        new Reruns(queues, own, transactions, recognition.absent()),
                        external.libraries(),
                        news(),
                        recognition.abilities()));
    }

    /** What is done every night. */
    List<NightlyTask> nightlyTasks() {
        var deletions = new DeletionRetention(storage.sync(), transactions, clock);
        var journal = new JournalRetention(storage.journal(), transactions, clock);
        var resolutions = new ResolutionRetention(storage.resolutions(), transactions, clock);
        var tasks = new ArrayList<>(List.of(
                new NightlyTask("stale sessions", sessions::endStale),
                new NightlyTask("deleted users", administration::removeExpired),
                new NightlyTask("person thumbnails", this::renewPortraits),
                new NightlyTask("trash retention", external.retention()::removeExpired),
                new NightlyTask("library scan", () -> external.libraries().scanAll(false)),
                new NightlyTask("resolution retention", resolutions::apply),
                new NightlyTask("people journal", journal::apply),
                new NightlyTask("deletion retention", deletions::apply)));
        tasks.addAll(recognition.nightlyTasks());
        return tasks;
    }

    /** People whose face went with an asset, in case the server stopped before it heard of that. */
    private void renewPortraits() {
        transactions.read(storage.users()::list).forEach(user -> portraits.renew(user.id()));
    }

    /** The ways in which owners let others touch their assets. */
    private List<AssetSharing> sharings() {
        var albums = storage.albumAssets();
        return List.of(new AlbumSharing(albums), new LinkSharing(storage.sharedLinks(), albums));
    }

    private Library.Sharing sharing() {
        var links = storage.sharedLinks();
        return new Library.Sharing(
                new SharedLinks(links, gathering.access(), gathering.assets(), access, transactions, clock),
                new LinkGallery(links, gathering.albums(), storage.assets(), transactions),
                new LinkAuthentication(links, storage.users(), transactions, clock));
    }

    private Library.Entrance entrance() {
        var credentials = new Authentication.Credentials(storage.users(), storage.sessions(), storage.apiKeys());
        var verification = new Verification(storage.users(), passwords, transactions, clock);
        return new Library.Entrance(
                new Accounts(storage.users(), passwords, verification, transactions, clock),
                new Authentication(credentials, verification, sessions, transactions, clock),
                sessions,
                new PinCodes(credentials, passwords, verification, transactions, clock),
                new ApiKeys(storage.apiKeys(), transactions, clock),
                household());
    }

    private Library.Household household() {
        return new Library.Household(
                administration,
                new ProfileImages(
                        new ProfileImages.Shelves(storage.users(), blobs, storage.removals()),
                        new ProfileImages.Rendering(media.metadata(), media.previews()),
                        queues,
                        transactions,
                        clock),
                new UserDocuments(storage.userDocuments(), transactions),
                storage.serverDocuments(),
                storage.usages());
    }

    private Library.News news() {
        var checkpoints = new Checkpoints(storage.checkpoints(), transactions, clock);
        return new Library.News(
                events,
                new Synchronisation(storage.sync(), storage.albumSync(), checkpoints, transactions, ROWS_AT_ONCE),
                checkpoints,
                storage.sync(),
                new Holdings(storage.holdings(), transactions));
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
                new Download(storage.downloads(), assets, gathering.assets(), access, transactions),
                new LivePhotoPairing(assets, own, transactions, events));
    }

    private AssetEditing editing() {
        return new AssetEditing(
                new AssetEditing.Rows(storage.assets(), storage.exifs()),
                access,
                gathering.assets(),
                queues,
                transactions,
                clock);
    }

    private Trash trash() {
        var removal = new AssetRemoval(storage.assets(), queues, transactions, events);
        return new Trash(storage.assets(), access, removal, transactions, events, clock);
    }

    private Library.Faces faces() {
        var persons = storage.persons();
        var faces = storage.faces();
        var decisions = recognition.decisions();
        events.subscribe(AssetsDeleted.class, deleted -> portraits.renew(deleted.owner()));
        var merging = new PersonMerge(persons, storage.journal(), decisions, transactions, clock);
        return new Library.Faces(
                new People(persons, faces, decisions, access, transactions, clock),
                merging,
                new FaceTagging(persons, faces, decisions, access, transactions),
                recognition.library(merging),
                persons);
    }

    private Library.Arranging arranging() {
        var assets = storage.assets();
        var relations = new AnnouncedRelations(
                storage.relations(),
                assets,
                new AlbumNews(storage.albums().members(), transactions, events),
                queues,
                transactions,
                events);
        var acts = new DuplicateResolution.Acts(editing(), trash(), new Dismissals(storage.dismissals()));
        return new Library.Arranging(
                new Tags(storage.tags(), new TagGrowth(storage.tags(), clock), own, queues, transactions, clock),
                new Stacks(storage.stacks(), own, transactions, events),
                DuplicateAssembly.judging(storage, relations, acts, own, events, clock),
                new AssetCopy(
                        assets, relations, new SidecarCopy(assets, blobs, queues, transactions), own, transactions),
                new AssetDocuments(storage.assetDocuments(), own, transactions, clock));
    }
}
