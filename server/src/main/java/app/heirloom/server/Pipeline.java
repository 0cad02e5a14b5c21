package app.heirloom.server;

import static app.heirloom.library.job.JobType.ASSET_READY;
import static app.heirloom.library.job.JobType.BLOB_REMOVAL;
import static app.heirloom.library.job.JobType.EDIT_WITHDRAWAL;
import static app.heirloom.library.job.JobType.LIBRARY_REMOVAL;
import static app.heirloom.library.job.JobType.LIBRARY_SCAN;
import static app.heirloom.library.job.JobType.LIVE_PHOTO_LINKING;
import static app.heirloom.library.job.JobType.METADATA_EXTRACTION;
import static app.heirloom.library.job.JobType.METADATA_REFRESH;
import static app.heirloom.library.job.JobType.METADATA_REFRESH_OF_ALL;
import static app.heirloom.library.job.JobType.MISSING_METADATA;
import static app.heirloom.library.job.JobType.MISSING_PREVIEWS;
import static app.heirloom.library.job.JobType.PERSON_THUMBNAIL;
import static app.heirloom.library.job.JobType.PREVIEW_GENERATION;
import static app.heirloom.library.job.JobType.PREVIEW_REFRESH;
import static app.heirloom.library.job.JobType.PREVIEW_REFRESH_OF_ALL;
import static app.heirloom.library.job.JobType.SIDECAR_WRITING;
import static app.heirloom.library.job.JobType.TAG_CLEANUP;
import static app.heirloom.library.job.JobType.USER_REMOVAL;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.access.OwnAssets;
import app.heirloom.library.asset.blob.BlobStore;
import app.heirloom.library.asset.event.AssetReady;
import app.heirloom.library.asset.usage.AssetSurvey.Lack;
import app.heirloom.library.job.Job;
import app.heirloom.library.job.JobHandler;
import app.heirloom.library.job.JobTable;
import app.heirloom.library.job.JobType;
import app.heirloom.library.job.Queue;
import app.heirloom.library.livephoto.LivePhotoLinking;
import app.heirloom.library.livephoto.LivePhotoPairing;
import app.heirloom.library.livephoto.MotionClipExtraction;
import app.heirloom.library.metadata.extraction.MetadataExtraction;
import app.heirloom.library.metadata.sidecar.SidecarWriting;
import app.heirloom.library.person.tagging.FaceImport;
import app.heirloom.library.person.thumbnail.PersonThumbnailGeneration;
import app.heirloom.library.pipeline.AssetPipeline;
import app.heirloom.library.pipeline.QueueFilling;
import app.heirloom.library.preview.PreviewGeneration;
import app.heirloom.library.tag.KeywordTagging;
import app.heirloom.library.tag.TagCleanup;
import app.heirloom.library.tag.TagGrowth;
import app.heirloom.library.trash.BlobRemoval;
import app.heirloom.library.trash.UserRemoval;
import app.heirloom.media.Media;
import app.heirloom.storage.sql.SqlStorage;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Says who does the jobs of this server, and how many at once. */
record Pipeline(
        SqlStorage storage,
        BlobStore blobs,
        Media media,
        ExternalAssembly external,
        RecognitionAssembly recognition,
        Work work) {
    private static final int METADATA_READERS_PER_CORE = 2;

    JobTable table() {
        var handlers = new EnumMap<JobType, JobHandler>(JobType.class);
        handlers.putAll(stages());
        handlers.putAll(reruns());
        handlers.putAll(errands());
        handlers.putAll(recognition.handlers());
        int cores = Runtime.getRuntime().availableProcessors();
        return new JobTable(
                handlers,
                AssetPipeline.successors(handlers.keySet()),
                Map.of(
                        Queue.METADATA_EXTRACTION,
                        METADATA_READERS_PER_CORE * cores,
                        Queue.THUMBNAIL_GENERATION,
                        cores));
    }

    private Map<JobType, JobHandler> stages() {
        var transactions = storage.transactions();
        var assets = storage.assets();
        var clips = new MotionClipExtraction(assets, blobs, work.queues(), transactions, work.clock());
        var pairing = new LivePhotoPairing(assets, new OwnAssets(assets), transactions, work.events());
        return Map.of(
                METADATA_EXTRACTION,
                extraction(),
                LIVE_PHOTO_LINKING,
                new LivePhotoLinking(assets, storage.exifs(), clips, pairing, transactions),
                PREVIEW_GENERATION,
                previews(),
                ASSET_READY,
                this::announce);
    }

    /** What is done again when somebody asks for it. */
    private Map<JobType, JobHandler> reruns() {
        return Map.of(
                METADATA_REFRESH,
                extraction(),
                METADATA_REFRESH_OF_ALL,
                filling(Lack.OF_NOTHING, METADATA_REFRESH),
                MISSING_METADATA,
                filling(Lack.OF_METADATA, METADATA_EXTRACTION),
                PREVIEW_REFRESH,
                previews(),
                PREVIEW_REFRESH_OF_ALL,
                filling(Lack.OF_NOTHING, PREVIEW_REFRESH),
                MISSING_PREVIEWS,
                filling(Lack.OF_PREVIEW, PREVIEW_GENERATION));
    }

    /** What follows from an act of somebody, and the tidying up. */
    private Map<JobType, JobHandler> errands() {
        var transactions = storage.transactions();
        var assets = storage.assets();
        return Map.of(
                BLOB_REMOVAL,
                new BlobRemoval(storage.removals(), blobs, transactions),
                USER_REMOVAL,
                new UserRemoval(
                        new UserRemoval.Rows(storage.users(), assets, storage.userRemovals()),
                        work.queues(),
                        transactions,
                        work.events()),
                PERSON_THUMBNAIL,
                new PersonThumbnailGeneration(
                        storage.persons(),
                        recognition.portraits(),
                        new PersonThumbnailGeneration.Shelves(assets, storage.exifs(), blobs),
                        media.faces(),
                        transactions),
                SIDECAR_WRITING,
                sidecars(),
                EDIT_WITHDRAWAL,
                sidecars(),
                LIBRARY_SCAN,
                external.scan(),
                LIBRARY_REMOVAL,
                external.removal(),
                TAG_CLEANUP,
                new TagCleanup(storage.tags(), transactions));
    }

    private JobHandler extraction() {
        var growth = new TagGrowth(storage.tags(), work.clock());
        return new MetadataExtraction(
                new MetadataExtraction.Shelves(storage.assets(), storage.exifs(), blobs),
                media.metadata(),
                List.of(
                        new FaceImport(storage.persons(), storage.faces(), recognition.decisions(), work.clock()),
                        new KeywordTagging(storage.tags(), growth)),
                storage.transactions(),
                work.clock());
    }

    private JobHandler sidecars() {
        return new SidecarWriting(
                new SidecarWriting.Rows(storage.assets(), storage.exifs(), storage.faces(), storage.tags()),
                blobs,
                media.sidecars(),
                storage.transactions(),
                work.events());
    }

    private JobHandler previews() {
        return new PreviewGeneration(
                storage.assets(), storage.exifs(), blobs, media.previews(), storage.transactions());
    }

    private JobHandler filling(Lack lack, JobType type) {
        return new QueueFilling(
                (after, limit) -> storage.survey().list(lack, after, limit),
                work.queues(),
                storage.transactions(),
                type);
    }

    private Runnable announce(Job job) {
        var transactions = storage.transactions();
        var asset = transactions.read(() -> storage.assets().get(new AssetId(job.subject())));
        return () -> transactions.afterCommit(() -> work.events().publish(new AssetReady(asset.id(), asset.owner())));
    }
}
