package app.heirloom.library.trash;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetRepository;
import app.heirloom.library.event.Events;
import app.heirloom.library.job.Job;
import app.heirloom.library.job.JobHandler;
import app.heirloom.library.job.JobQueues;
import app.heirloom.library.job.JobType;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.UserId;
import app.heirloom.library.user.UserRemoved;
import app.heirloom.library.user.UserRepository;
import java.util.List;

/**
 * The job that removes a deleted user for good: first the assets, a batch for each job so that others get their turn and
 * a server can stop between, then the rest at once.
 */
public final class UserRemoval implements JobHandler {
    private static final int BATCH = 200;

    private final Rows rows;
    private final JobQueues queues;
    private final Transactions transactions;
    private final Events events;

    /** Where a user's things are kept. */
    public record Rows(UserRepository users, AssetRepository assets, UserRemovalRepository removal) {}

    public UserRemoval(Rows rows, JobQueues queues, Transactions transactions, Events events) {
        this.rows = rows;
        this.queues = queues;
        this.transactions = transactions;
        this.events = events;
    }

    @Override
    public Runnable handle(Job job) {
        UserId id = new UserId(job.subject());
        boolean isLeaving =
                transactions.read(() -> rows.users().get(id)).lifetime().isBeingRemoved();
        if (!isLeaving) {
            return NOTHING;
        }
        List<AssetId> some = transactions.read(() -> rows.removal().listAssets(id, BATCH));
        return some.isEmpty() ? () -> removeUser(id) : () -> removeAssets(id, some);
    }

    private void removeAssets(UserId owner, List<AssetId> some) {
        rows.assets().remove(some);
        queues.add(JobType.USER_REMOVAL, owner.value());
    }

    private void removeUser(UserId id) {
        rows.removal().remove(id);
        queues.add(JobType.BLOB_REMOVAL, id.value());
        transactions.afterCommit(() -> events.publish(new UserRemoved(id)));
    }
}
