package app.heirloom.library.livephoto;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetRepository;
import app.heirloom.library.asset.AssetState;
import app.heirloom.library.asset.AssetTimes;
import app.heirloom.library.asset.AssetType;
import app.heirloom.library.asset.BlobKey;
import app.heirloom.library.asset.Original;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.asset.appearance.Appearance;
import app.heirloom.library.asset.blob.BlobStore;
import app.heirloom.library.asset.blob.StagedBlob;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.job.JobQueues;
import app.heirloom.library.job.JobType;
import app.heirloom.library.metadata.MotionClip;
import app.heirloom.library.transaction.Transactions;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;

/** Copies the video out of a still's file into an asset of its own; the still's file stays as it is. */
public final class MotionClipExtraction {
    private static final String EXTENSION = ".mp4";

    private final AssetRepository assets;
    private final BlobStore blobs;
    private final JobQueues queues;
    private final Transactions transactions;
    private final InstantSource clock;

    public MotionClipExtraction(
            AssetRepository assets, BlobStore blobs, JobQueues queues, Transactions transactions, InstantSource clock) {
        this.assets = assets;
        this.blobs = blobs;
        this.queues = queues;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A clip whose bytes are secured but which is no asset yet. */
    @FunctionalInterface
    interface Extracted {
        /** Adds the asset to the surrounding transaction, or finds the one that has these bytes already. */
        Asset add();
    }

    Extracted extract(Asset still, MotionClip clip) {
        StagedBlob blob = stage(still, clip);
        AssetId id = AssetId.random();
        String fileName = baseName(still.original().fileName()) + EXTENSION;
        BlobKey key = blobs.originalKey(still.owner(), id, fileName);
        blobs.secure(blob, key);
        Original original = new Original(fileName, AssetType.VIDEO, blob.checksum(), blob.sizeInBytes(), key);
        return () -> add(describe(still, id, original), blob);
    }

    private Asset add(Asset video, StagedBlob blob) {
        if (!assets.add(video)) {
            transactions.afterCommit(blob::close);
            return assets.findByChecksum(video.owner(), video.original().checksum())
                    .map(assets::get)
                    .orElseThrow();
        }
        queues.add(JobType.METADATA_EXTRACTION, video.id().value());
        transactions.afterCommit(() -> blobs.keep(video.original().key()));
        return video;
    }

    private Asset describe(Asset still, AssetId id, Original original) {
        Instant now = clock.instant();
        AssetTimes times = still.times();
        return new Asset(
                id,
                still.owner(),
                original,
                new AssetTimes(times.captured(), times.local(), times.fileModified(), now, now),
                Appearance.UNKNOWN,
                AssetState.of(Visibility.HIDDEN).withTrashed(still.state().trashed()));
    }

    private StagedBlob stage(Asset still, MotionClip clip) {
        try (FileChannel file = FileChannel.open(blobs.locate(still.original().key()), StandardOpenOption.READ)) {
            if (clip.offset() + clip.sizeInBytes() > file.size()) {
                throw ErrorCode.UNREADABLE_MEDIA.exception(
                        "The motion video in " + still.original().fileName() + " is cut off");
            }
            file.position(clip.offset());
            return blobs.stage(new LimitedInputStream(Channels.newInputStream(file), clip.sizeInBytes()));
        } catch (IOException e) {
            throw ErrorCode.UNREADABLE_MEDIA.exception(
                    "Cannot read " + still.original().fileName(), e);
        }
    }

    private static String baseName(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot <= 0 ? fileName : fileName.substring(0, dot);
    }
}
