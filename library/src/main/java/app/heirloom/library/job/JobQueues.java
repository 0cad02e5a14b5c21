package app.heirloom.library.job;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.event.Events;
import app.heirloom.library.transaction.Transactions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Adds jobs and commands queues; whoever works them off hears of it. */
public final class JobQueues {
    private static final int MAX_LISTED = 1_000;

    private final JobRepository jobs;
    private final Transactions transactions;
    private final Events events;

    public JobQueues(JobRepository jobs, Transactions transactions, Events events) {
        this.jobs = jobs;
        this.transactions = transactions;
        this.events = events;
    }

    /** Adds a job to the surrounding transaction and tells the runner once that is durable. */
    public void add(JobType type, UUID subject) {
        jobs.add(type, subject);
        transactions.afterCommit(() -> events.publish(new JobsAdded(type.queue())));
    }

    /** Some of the queue's jobs in these states, the oldest first. */
    public List<QueuedJob> list(Queue queue, Set<JobState> states) {
        return transactions.read(() -> jobs.list(queue, states, MAX_LISTED));
    }

    public Map<Queue, QueueStatus> status() {
        return transactions.read(() -> {
            var paused = jobs.listPaused();
            var counts = jobs.counts();
            var status = new java.util.EnumMap<Queue, QueueStatus>(Queue.class);
            for (Queue queue : Queue.values()) {
                status.put(queue, new QueueStatus(counts.getOrDefault(queue, JobCounts.NONE), paused.contains(queue)));
            }
            return status;
        });
    }

    /** No further job of the queue starts until it is resumed; those under way finish. */
    public void pause(Queue queue) {
        if (queue == Queue.BACKGROUND_TASK) {
            throw ErrorCode.INVALID.exception("The queue backgroundTask cannot be paused");
        }
        transactions.run(() -> jobs.pause(queue));
    }

    public void resume(Queue queue) {
        command(queue, () -> jobs.resume(queue));
    }

    public void empty(Queue queue) {
        command(queue, () -> jobs.empty(queue));
    }

    public void clearFailed(Queue queue) {
        command(queue, () -> jobs.clearFailed(queue));
    }

    public void retryFailed(Queue queue) {
        command(queue, () -> jobs.retryFailed(queue));
    }

    private void command(Queue queue, Runnable work) {
        transactions.run(work);
        events.publish(new JobsAdded(queue));
    }
}
