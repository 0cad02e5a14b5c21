package app.heirloom.server;

import static app.heirloom.library.job.JobType.ASSET_READY;
import static app.heirloom.library.job.JobType.BLOB_REMOVAL;
import static app.heirloom.library.job.JobType.LIBRARY_REMOVAL;
import static app.heirloom.library.job.JobType.LIBRARY_SCAN;
import static app.heirloom.library.job.JobType.LIVE_PHOTO_LINKING;
import static app.heirloom.library.job.JobType.METADATA_EXTRACTION;
import static app.heirloom.library.job.JobType.PREVIEW_GENERATION;
import static app.heirloom.library.job.JobType.SIDECAR_WRITING;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetReady;
import app.heirloom.library.asset.BlobStore;
import app.heirloom.library.event.Events;
import app.heirloom.library.job.Job;
import app.heirloom.library.job.JobQueues;
import app.heirloom.library.job.JobTable;
import app.heirloom.library.job.Queue;
import app.heirloom.library.livephoto.LivePhotoLinking;
import app.heirloom.library.livephoto.MotionClipExtraction;
import app.heirloom.library.metadata.MetadataExtraction;
import app.heirloom.library.metadata.SidecarWriting;
import app.heirloom.library.pipeline.AssetPipeline;
import app.heirloom.library.preview.PreviewGeneration;
import app.heirloom.library.trash.BlobRemoval;
import app.heirloom.media.Media;
import app.heirloom.storage.sql.SqlStorage;
import java.time.InstantSource;
import java.util.Map;

/** Says who does the jobs of this server, and how many at once. */
record Pipeline(
        SqlStorage storage, BlobStore blobs, Media media, JobQueues queues, Events events, InstantSource clock) {
    private static final int METADATA_READERS_PER_CORE = 2;

    JobTable table(ExternalAssembly external) {
        var transactions = storage.transactions();
        var assets = storage.assets();
        var exifs = storage.exifs();
        var clips = new MotionClipExtraction(assets, blobs, queues, transactions, clock);
        int cores = Runtime.getRuntime().availableProcessors();
        return new JobTable(
                Map.of(
                        METADATA_EXTRACTION,
                        new MetadataExtraction(assets, exifs, blobs, media.metadata(), transactions, clock),
                        LIVE_PHOTO_LINKING,
                        new LivePhotoLinking(assets, exifs, clips, transactions),
                        PREVIEW_GENERATION,
                        new PreviewGeneration(assets, exifs, blobs, media.previews(), transactions),
                        ASSET_READY,
                        this::announce,
                        BLOB_REMOVAL,
                        new BlobRemoval(storage.removals(), blobs, transactions),
                        SIDECAR_WRITING,
                        new SidecarWriting(assets, exifs, blobs, media.sidecars(), transactions, events),
                        LIBRARY_SCAN,
                        external.scan(),
                        LIBRARY_REMOVAL,
                        external.removal()),
                AssetPipeline.SUCCESSORS,
                Map.of(
                        Queue.METADATA_EXTRACTION,
                        METADATA_READERS_PER_CORE * cores,
                        Queue.THUMBNAIL_GENERATION,
                        cores));
    }

    private Runnable announce(Job job) {
        var transactions = storage.transactions();
        var asset = transactions.read(() -> storage.assets().get(new AssetId(job.subject())));
        return () -> transactions.afterCommit(() -> events.publish(new AssetReady(asset.id(), asset.owner())));
    }
}
