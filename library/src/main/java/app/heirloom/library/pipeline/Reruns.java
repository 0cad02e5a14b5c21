package app.heirloom.library.pipeline;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.OwnAssets;
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
import java.util.Set;
import java.util.UUID;

/** Has stages of the pipeline done again: for single assets, for all, or for those that miss what a stage makes. */
public final class Reruns {
    /** What jobs are about that are about no asset. */
    private static final UUID EVERYTHING = new UUID(0, 0);

    private final Set<JobType> possible;
    private final JobQueues queues;
    private final OwnAssets own;
    private final Transactions transactions;

    /** @param possible what this server can do */
    public Reruns(Set<JobType> possible, JobQueues queues, OwnAssets own, Transactions transactions) {
        this.possible = Set.copyOf(possible);
        this.queues = queues;
        this.own = own;
        this.transactions = transactions;
    }

    /** Reads again what the files of the caller's assets say of themselves. */
    public void refreshMetadata(Caller caller, Collection<AssetId> assets) {
        rerun(caller, assets, JobType.METADATA_REFRESH);
    }

    /** Makes the previews and thumbnails of the caller's assets again. */
    public void regeneratePreviews(Caller caller, Collection<AssetId> assets) {
        rerun(caller, assets, JobType.PREVIEW_REFRESH);
    }

    /** Does the queue's work again for all assets of the server; fails as INVALID where there is no such work. */
    public void startForAll(Queue queue) {
        switch (queue) {
            case METADATA_EXTRACTION -> start(queue, JobType.METADATA_REFRESH_OF_ALL);
            case THUMBNAIL_GENERATION -> start(queue, JobType.PREVIEW_REFRESH_OF_ALL);
            case SMART_SEARCH -> start(queue, JobType.IMAGE_EMBEDDING_OF_ALL);
            case OCR -> start(queue, JobType.TEXT_RECOGNITION_OF_ALL);
            case DUPLICATE_DETECTION -> start(queue, JobType.DUPLICATE_DETECTION_OF_ALL);
            default -> throw ErrorCode.INVALID.exception("This queue cannot be run for all assets");
        }
    }

    /** Does the queue's work for those assets that miss its result, and what failed before. */
    public void startForMissing(Queue queue) {
        refuseIfActive(queue);
        queues.retryFailed(queue);
        switch (queue) {
            case METADATA_EXTRACTION -> start(queue, JobType.MISSING_METADATA);
            case THUMBNAIL_GENERATION -> start(queue, JobType.MISSING_PREVIEWS);
            case SMART_SEARCH -> start(queue, JobType.MISSING_EMBEDDINGS);
            case OCR -> start(queue, JobType.MISSING_TEXT);
            case DUPLICATE_DETECTION -> start(queue, JobType.MISSING_DUPLICATES);
            default -> {
                // what failed is all that can be missing
            }
        }
    }

    /** Removes the tags that are on no asset. */
    public void cleanTags() {
        transactions.run(() -> queues.add(JobType.TAG_CLEANUP, EVERYTHING));
    }

    private void rerun(Caller caller, Collection<AssetId> assets, JobType type) {
        transactions.run(() -> own.list(caller, assets, Permission.JOB_CREATE).stream()
                .map(Asset::id)
                .forEach(asset -> queues.add(type, asset.value())));
    }

    private void start(Queue queue, JobType filling) {
        if (!possible.contains(filling)) {
            throw ErrorCode.INVALID.exception("This server has no model for that; see `heirloom models`");
        }
        refuseIfActive(queue);
        transactions.run(() -> queues.add(filling, EVERYTHING));
    }

    private void refuseIfActive(Queue queue) {
        QueueStatus status = queues.status().getOrDefault(queue, new QueueStatus(JobCounts.NONE, false));
        if (status.counts().active() > 0) {
            throw ErrorCode.INVALID.exception("Job is already running");
        }
    }
}
