package app.heirloom.library.pipeline;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.usage.AssetSurvey;
import app.heirloom.library.job.Job;
import app.heirloom.library.job.JobHandler;
import app.heirloom.library.job.JobQueues;
import app.heirloom.library.job.JobType;
import app.heirloom.library.transaction.Transactions;
import java.util.List;

/** The job that queues another for many assets, a portion at a time, so that others get to write between. */
public final class QueueFilling implements JobHandler {
    private static final int PORTION = 500;

    private final Walk walk;
    private final JobQueues queues;
    private final Transactions transactions;
    private final JobType filling;

    /** Which assets; called in a transaction. */
    @FunctionalInterface
    public interface Walk {
        /** The next ones in the order of their ids. */
        List<AssetId> next(AssetId after, int limit);
    }

    /** @param filling the job that is queued for each of the assets */
    public QueueFilling(Walk walk, JobQueues queues, Transactions transactions, JobType filling) {
        this.walk = walk;
        this.queues = queues;
        this.transactions = transactions;
        this.filling = filling;
    }

    @Override
    public Runnable handle(Job job) {
        List<AssetId> portion = next(AssetSurvey.BEGINNING);
        while (!portion.isEmpty()) {
            List<AssetId> found = portion;
            transactions.run(() -> found.forEach(asset -> queues.add(filling, asset.value())));
            portion = next(found.getLast());
        }
        return NOTHING;
    }

    private List<AssetId> next(AssetId after) {
        return transactions.read(() -> walk.next(after, PORTION));
    }
}
