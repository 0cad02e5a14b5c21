package app.heirloom.server;

import app.heirloom.library.asset.AssetSurvey;
import app.heirloom.library.asset.AssetSurvey.Lack;
import app.heirloom.library.asset.BlobStore;
import app.heirloom.library.duplicate.DuplicateDetection;
import app.heirloom.library.duplicate.DuplicateGrouping;
import app.heirloom.library.duplicate.LookAlikes;
import app.heirloom.library.embedding.RecentPictures;
import app.heirloom.library.job.JobHandler;
import app.heirloom.library.job.JobType;
import app.heirloom.library.pipeline.QueueFilling;
import app.heirloom.library.embedding.PreviewPictures;
import app.heirloom.storage.sql.SqlStorage;
import java.util.EnumMap;
import java.util.Map;

/** Makes what looks at pictures as a whole: duplicates need no model. */
record PictureAssembly(SqlStorage storage, BlobStore blobs, RecentPictures recent, Work work) {
    Map<JobType, JobHandler> handlers() {
        var handlers = new EnumMap<JobType, JobHandler>(JobType.class);
        handlers.put(JobType.DUPLICATE_DETECTION, duplicates());
        handlers.put(JobType.DUPLICATE_DETECTION_OF_ALL, filling(Lack.OF_NOTHING, JobType.DUPLICATE_DETECTION));
        handlers.put(JobType.MISSING_DUPLICATES, filling(Lack.OF_FINGERPRINT, JobType.DUPLICATE_DETECTION));
        return handlers;
    }

    private JobHandler duplicates() {
        var transactions = storage.transactions();
        var fingerprints = storage.fingerprints();
        var lookAlikes = new LookAlikes(fingerprints, LookAlikes.Hints.NONE, transactions);
        var pictures = new PreviewPictures(storage.assets(), blobs, recent, transactions);
        return new DuplicateDetection(
                fingerprints,
                pictures,
                new DuplicateGrouping(
                        storage.duplicates(), fingerprints, storage.dismissals(), lookAlikes, transactions),
                work.queues(),
                transactions);
    }

    private JobHandler filling(Lack lack, JobType type) {
        AssetSurvey survey = storage.survey();
        return new QueueFilling(
                (after, limit) -> survey.list(lack, after, limit), work.queues(), storage.transactions(), type);
    }
}
