package app.heirloom.library.pipeline;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.access.OwnAssets;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.job.JobCounts;
import app.heirloom.library.job.JobQueues;
import app.heirloom.library.job.JobType;
import app.heirloom.library.job.Queue;
import app.heirloom.library.job.QueueStatus;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.Permission;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Has stages of the pipeline done again: for single assets, for all, or for those that miss what a stage makes. */
public final class Reruns {
    /** What jobs are about that are about no asset. */
    private static final UUID EVERYTHING = new UUID(0, 0);

    private final JobQueues queues;
    private final OwnAssets own;
    private final Transactions transactions;
    private final Set<JobType> absent;

    /** The job that does a queue's work for all assets, and the one that does it for those that miss the result. */
    private record Round(JobType ofAll, JobType ofMissing) {}

    private static final Map<Queue, Round> ROUNDS = Map.of(
            Queue.METADATA_EXTRACTION, new Round(JobType.METADATA_REFRESH_OF_ALL, JobType.MISSING_METADATA),
            Queue.THUMBNAIL_GENERATION, new Round(JobType.PREVIEW_REFRESH_OF_ALL, JobType.MISSING_PREVIEWS),
            Queue.FACE_DETECTION, new Round(JobType.FACE_REFRESH_OF_ALL, JobType.MISSING_FACES),
            Queue.FACIAL_RECOGNITION, new Round(JobType.FACE_RECOGNITION_OF_ALL, JobType.MISSING_RECOGNITION),
            Queue.SMART_SEARCH, new Round(JobType.IMAGE_EMBEDDING_OF_ALL, JobType.MISSING_EMBEDDINGS),
            Queue.OCR, new Round(JobType.TEXT_RECOGNITION_OF_ALL, JobType.MISSING_TEXT),
            Queue.DUPLICATE_DETECTION, new Round(JobType.DUPLICATE_DETECTION_OF_ALL, JobType.MISSING_DUPLICATES));

    /** @param absent what this server has no models for */
    public Reruns(JobQueues queues, OwnAssets own, Transactions transactions, Set<JobType> absent) {
        this.queues = queues;
        this.own = own;
        this.transactions = transactions;
        this.absent = Set.copyOf(absent);
    }

    /** Reads again what the files of the caller's assets say of themselves. */
    public void refreshMetadata(Caller caller, Collection<AssetId> assets) {
        rerun(caller, assets, JobType.METADATA_REFRESH);
    }

    /** Makes the previews and thumbnails of the caller's assets again. */
    public void regeneratePreviews(Caller caller, Collection<AssetId> assets) {
        rerun(caller, assets, JobType.PREVIEW_REFRESH);
    }

    /** Looks for faces on the caller's assets again. */
    public void refreshFaces(Caller caller, Collection<AssetId> assets) {
        rerun(caller, assets, JobType.FACE_REFRESH);
    }

    /** Does the queue's work again for all assets of the server; fails as INVALID where there is no such work. */
    public void startForAll(Queue queue) {
        Round round = ROUNDS.get(queue);
        if (round == null) {
            throw ErrorCode.INVALID.exception("This queue cannot be run for all assets");
        }
        start(queue, round.ofAll());
    }

    /** Does the queue's work for those assets that miss its result, and what failed before. */
    public void startForMissing(Queue queue) {
        refuseIfActive(queue);
        queues.retryFailed(queue);
        Round round = ROUNDS.get(queue);
        if (round != null) { // of other queues, what failed is all that can be missing
            start(queue, round.ofMissing());
        }
    }

    /** Removes the tags that are on no asset. */
    public void cleanTags() {
        transactions.run(() -> queues.add(JobType.TAG_CLEANUP, EVERYTHING));
    }

    private void rerun(Caller caller, Collection<AssetId> assets, JobType type) {
        requirePossible(type);
        transactions.run(() -> own.list(caller, assets, Permission.JOB_CREATE).stream()
                .map(Asset::id)
                .forEach(asset -> queues.add(type, asset.value())));
    }

    private void start(Queue queue, JobType filling) {
        requirePossible(filling);
        refuseIfActive(queue);
        transactions.run(() -> queues.add(filling, EVERYTHING));
    }

    private void requirePossible(JobType type) {
        if (absent.contains(type)) {
            throw ErrorCode.INVALID.exception("This server has no model for that; heirloom models list shows which it"
                    + " could have, and a restart takes it up");
        }
    }

    private void refuseIfActive(Queue queue) {
        QueueStatus status = queues.status().getOrDefault(queue, new QueueStatus(JobCounts.NONE, false));
        if (status.counts().active() > 0) {
            throw ErrorCode.INVALID.exception("Job is already running");
        }
    }
}
