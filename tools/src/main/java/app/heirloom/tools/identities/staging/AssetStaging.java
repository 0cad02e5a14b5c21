package app.heirloom.tools.identities.staging;

import app.heirloom.library.asset.AssetType;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.remote.PhotoServer;
import app.heirloom.library.remote.RemoteServer;
import app.heirloom.library.remote.asset.RemoteAsset;
import app.heirloom.library.remote.asset.RemoteDownload;
import app.heirloom.library.remote.person.RemoteFace;
import app.heirloom.tools.identities.store.PictureFolder.Received;
import app.heirloom.tools.identities.store.StagingEntry;
import app.heirloom.tools.identities.store.StagingEntry.Picture;
import app.heirloom.tools.identities.store.StagingOutcome;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Looks at single assets, from many threads. */
final class AssetStaging {
    private static final int ATTEMPTS = 3;

    private final PhotoServer photos;
    private final StagingShelves shelves;
    private final StagingSettings settings;
    private final boolean hidesExternalChecksums;
    /** Of contents that are on their way, so that copies wait for each other and only one is downloaded. */
    private final Map<Checksum, Lock> busy = new ConcurrentHashMap<>();
    /** So that of two downloads of one content, whose checksum nobody knew, one is kept. */
    private final Lock shelving = new ReentrantLock();

    AssetStaging(PhotoServer photos, StagingShelves shelves, StagingSettings settings) {
        this.photos = photos;
        this.shelves = shelves;
        this.settings = settings;
        this.hidesExternalChecksums = photos.account().server().kind() == RemoteServer.Kind.IMMICH;
    }

    /**
     * Finds out what becomes of the asset, and writes that into the ledger.
     *
     * @throws ServerTrouble when the server does not tell
     * @throws HeirloomException when the disk fails
     */
    StagingOutcome stage(RemoteAsset asset) throws ServerTrouble, InterruptedException {
        if (asset.original().type() != AssetType.IMAGE || asset.state().offline() || StrayPreview.is(asset)) {
            return append(StagingEntry.of(asset.id(), StagingOutcome.LEFT_OUT));
        }
        Checksum checksum = checksumOf(asset);
        if (checksum == null) {
            return look(asset, null);
        }
        Lock lock = busy.computeIfAbsent(checksum, absent -> new ReentrantLock());
        lock.lockInterruptibly();
        try {
            Optional<String> known = shelves.ledger().find(checksum);
            return known.isPresent()
                    ? append(StagingEntry.of(asset.id(), StagingOutcome.DUPLICATE, known.get()))
                    : look(asset, checksum);
        } finally {
            lock.unlock();
            busy.remove(checksum, lock);
        }
    }

    private StagingOutcome append(StagingEntry entry) {
        shelves.ledger().append(entry);
        return entry.outcome();
    }

    /** Null where the server gives that of the path instead of the content's. */
    private @Nullable Checksum checksumOf(RemoteAsset asset) {
        return asset.isExternal() && hidesExternalChecksums
                ? null
                : asset.original().checksum();
    }

    private StagingOutcome look(RemoteAsset asset, @Nullable Checksum checksum)
            throws ServerTrouble, InterruptedException {
        List<RemoteFace> faces = ServerTrouble.during(() -> photos.people().listFaces(asset.id()));
        if (faces.isEmpty()) {
            return append(StagingEntry.of(asset.id(), StagingOutcome.FACELESS));
        }
        Dimensions original = dimensionsOf(asset);
        boolean isLarge =
                faces.stream().anyMatch(face -> FaceSize.shortSide(face.box(), original) >= settings.minimumFace());
        if (!isLarge) {
            return append(StagingEntry.of(asset.id(), StagingOutcome.SMALL));
        }
        try (Received received = receive(asset, checksum)) {
            shelving.lock();
            try {
                return append(shelve(asset, received));
            } finally {
                shelving.unlock();
            }
        }
    }

    private @Nullable Dimensions dimensionsOf(RemoteAsset asset) throws ServerTrouble {
        Dimensions listed = asset.original().dimensions();
        return listed != null
                ? listed
                : ServerTrouble.during(() -> photos.assets().find(asset.id()))
                        .map(whole -> whole.asset().original().dimensions())
                        .orElse(null);
    }

    private StagingEntry shelve(RemoteAsset asset, Received received) {
        String sha256 = received.sha256();
        if (shelves.known().test(sha256)) {
            return StagingEntry.of(asset.id(), StagingOutcome.KNOWN, sha256);
        }
        if (shelves.ledger().has(sha256)) {
            return StagingEntry.of(asset.id(), StagingOutcome.DUPLICATE, sha256);
        }
        String file = shelves.pictures().keep(received, asset.original().fileName());
        var day = asset.times().local().toLocalDate();
        return StagingEntry.staged(asset.id(), sha256, Picture.of(file, received.checksum(), day));
    }

    /** The server's own patience is for the beginning of an answer; here it is for its end. */
    private Received receive(RemoteAsset asset, @Nullable Checksum checksum)
            throws ServerTrouble, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try (RemoteDownload download =
                    ServerTrouble.during(() -> photos.originals().download(asset.id()))) {
                Received received = shelves.pictures().receive(download);
                if (checksum == null || received.checksum().equals(checksum)) {
                    return received;
                }
                received.close();
                throw new IOException("its bytes are not those that the server's checksum is of");
            } catch (IOException e) {
                if (attempt == ATTEMPTS) {
                    throw new ServerTrouble(
                            ErrorCode.REMOTE_FAILURE.exception("it cannot be downloaded: " + e.getMessage(), e));
                }
                Thread.sleep(settings.patience().multipliedBy(1L << (attempt - 1)));
            }
        }
    }
}
