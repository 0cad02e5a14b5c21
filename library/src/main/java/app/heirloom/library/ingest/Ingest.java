package app.heirloom.library.ingest;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetFile;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetRepository;
import app.heirloom.library.asset.AssetState;
import app.heirloom.library.asset.AssetTimes;
import app.heirloom.library.asset.AssetType;
import app.heirloom.library.asset.BlobKey;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.asset.ContentMatch;
import app.heirloom.library.asset.FileKind;
import app.heirloom.library.asset.MediaFormat;
import app.heirloom.library.asset.Original;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.asset.appearance.Appearance;
import app.heirloom.library.asset.blob.BlobStore;
import app.heirloom.library.asset.blob.StagedBlob;
import app.heirloom.library.asset.document.AssetDocument;
import app.heirloom.library.asset.document.AssetDocumentRepository;
import app.heirloom.library.asset.event.AssetAdded;
import app.heirloom.library.asset.event.AssetHidden;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.event.Events;
import app.heirloom.library.job.JobQueues;
import app.heirloom.library.job.JobType;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.Permission;
import app.heirloom.library.user.User;
import app.heirloom.library.user.UserRepository;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes uploads in: never two assets of one owner with the same content, and none that is not durable when told. */
public final class Ingest {
    private final Shelves shelves;
    private final JobQueues queues;
    private final Transactions transactions;
    private final Events events;
    private final InstantSource clock;

    /** Where an upload ends up: its bytes, its row, its documents, and its owner's quota. */
    public record Shelves(
            AssetRepository assets, BlobStore blobs, AssetDocumentRepository documents, UserRepository users) {}

    public Ingest(Shelves shelves, JobQueues queues, Transactions transactions, Events events, InstantSource clock) {
        this.shelves = shelves;
        this.queues = queues;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** The caller's asset with this content, so that a client need not send it. */
    public Optional<AssetId> findDuplicate(Caller caller, Checksum checksum) {
        caller.require(Permission.ASSET_UPLOAD);
        return transactions.read(() -> shelves.assets().findByChecksum(caller.id(), checksum));
    }

    /** Which of these contents the caller has. */
    public List<ContentMatch> check(Caller caller, Collection<Checksum> checksums) {
        caller.require(Permission.ASSET_UPLOAD);
        return transactions.read(() -> shelves.assets().listByChecksum(caller.id(), checksums));
    }

    /**
     * Makes an asset of the upload, durable when this returns, or says which asset it duplicates.
     *
     * @throws HeirloomException UNSUPPORTED_MEDIA, UNREADABLE_MEDIA when empty, QUOTA_EXCEEDED, INVALID when the motion
     *     video is not a video of the caller
     */
    public Ingested upload(Caller caller, Upload upload) {
        return findDuplicate(caller, upload.original().checksum())
                .<Ingested>map(Ingested.Duplicate::new)
                .orElseGet(() -> uploadMissing(caller, upload));
    }

    /** As {@link #upload}, of content that {@link #findDuplicate} just did not find; races are decided all the same. */
    public Ingested uploadMissing(Caller caller, Upload upload) {
        caller.require(Permission.ASSET_UPLOAD);
        Asset asset = describe(caller.user(), upload);
        if (upload.original().sizeInBytes() == 0) {
            throw ErrorCode.UNREADABLE_MEDIA.exception("The file is empty");
        }
        shelves.blobs().secure(upload.original(), asset.original().key());
        Optional<AssetFile> sidecar = upload.sidecar().map(blob -> secureSidecar(asset, blob));
        Ingested result = transactions.write(() -> add(asset, sidecar, upload.documents()));
        if (result instanceof Ingested.Created) {
            shelves.blobs().keep(asset.original().key());
            sidecar.ifPresent(file -> shelves.blobs().keep(file.key()));
        }
        return result;
    }

    private Asset describe(User owner, Upload upload) {
        UploadDetails details = upload.details();
        MediaFormat format = MediaFormat.get(details.fileName());
        AssetId id = AssetId.random();
        BlobKey key = shelves.blobs().originalKey(owner.id(), id, details.fileName());
        StagedBlob blob = upload.original();
        Instant now = clock.instant();
        return new Asset(
                id,
                owner.id(),
                new Original(details.fileName(), format.type(), blob.checksum(), blob.sizeInBytes(), key),
                new AssetTimes(
                        details.captured(),
                        LocalDateTime.ofInstant(details.captured(), ZoneOffset.UTC),
                        details.fileModified(),
                        now,
                        now),
                Appearance.UNKNOWN,
                AssetState.of(details.visibility())
                        .withFavorite(details.favorite())
                        .withLivePhotoVideo(details.livePhotoVideo().orElse(null)));
    }

    private AssetFile secureSidecar(Asset asset, StagedBlob blob) {
        BlobKey key = shelves.blobs().keyOf(asset, FileKind.SIDECAR, "xmp");
        shelves.blobs().secure(blob, key);
        return new AssetFile(asset.id(), FileKind.SIDECAR, key, blob.sizeInBytes());
    }

    private Ingested add(Asset asset, Optional<AssetFile> sidecar, Map<String, String> documents) {
        AssetRepository assets = shelves.assets();
        if (!shelves.users().get(asset.owner()).quota().admits(asset.original().sizeInBytes())) {
            throw ErrorCode.QUOTA_EXCEEDED.exception("Quota has been exceeded!");
        }
        Optional<Asset> motion =
                Optional.ofNullable(asset.state().livePhotoVideo()).map(id -> motionVideo(asset, id));
        if (!assets.add(asset)) {
            return new Ingested.Duplicate(
                    assets.findByChecksum(asset.owner(), asset.original().checksum())
                            .orElseThrow());
        }
        motion.ifPresent(this::hide);
        sidecar.ifPresent(assets::saveFile);
        documents.forEach((key, json) -> shelves.documents()
                .save(new AssetDocument(asset.id(), key, json, asset.times().created())));
        queues.add(JobType.METADATA_EXTRACTION, asset.id().value());
        transactions.afterCommit(() -> events.publish(new AssetAdded(asset.id(), asset.owner())));
        return new Ingested.Created(asset.id());
    }

    private void hide(Asset video) {
        if (video.state().visibility() != Visibility.HIDDEN) {
            shelves.assets().save(video.withState(video.state().withVisibility(Visibility.HIDDEN)));
            transactions.afterCommit(() -> events.publish(new AssetHidden(video.id(), video.owner())));
        }
    }

    private Asset motionVideo(Asset still, AssetId id) {
        return shelves.assets()
                .find(id)
                .filter(video -> video.owner().equals(still.owner()) && video.type() == AssetType.VIDEO)
                .orElseThrow(() -> ErrorCode.INVALID.exception("livePhotoVideoId is not a video of yours"));
    }
}
