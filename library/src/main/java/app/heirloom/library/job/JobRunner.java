package app.heirloom.library.job;

import app.heirloom.library.event.Events;
import app.heirloom.library.transaction.Transactions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Works the queues off: one {@link Lane} for each, with its own concurrency.
 *
 * <p>A job that was running when the process died is a suspect: it waits until nothing else is to be done and then
 * runs alone. The first crash proves nothing, since others ran beside it; two more are its own doing, and after them it
 * is quarantined, never retried for ever.
 */
public final class JobRunner implements AutoCloseable {
    private static final int QUARANTINE_AFTER_CRASHES = 3;
    /** Longer than any job may take, so that only a dead process loses a lease. */
    private static final Duration LEASE = Duration.ofHours(6);

    private final Map<Queue, Lane> lanes = new EnumMap<>(Queue.class);
    private final JobRepository jobs;
    private final Transactions transactions;
    private final Events events;

    public JobRunner(
            JobRepository jobs, Transactions transactions, Events events, JobTable table, InstantSource clock) {
        this.jobs = jobs;
        this.transactions = transactions;
        this.events = events;
        JobExecution execution =
                new JobExecution(jobs, transactions, new JobQueues(jobs, transactions, events), table, clock);
        for (Queue queue : table.queues()) {
            lanes.put(queue, new Lane(queue, table.concurrencyOf(queue), this::claim, execution::execute));
        }
    }

    /** Puts back what a crash left behind and starts all lanes. */
    public void start() {
        transactions.run(() -> jobs.recover(QUARANTINE_AFTER_CRASHES));
        events.subscribe(JobsAdded.class, added -> wake(added.queue()));
        lanes.values().forEach(Lane::start);
    }

    /** Lets the running jobs finish and starts no more. */
    @Override
    public void close() {
        lanes.values().forEach(Lane::stop);
        lanes.values().forEach(Lane::join);
    }

    private void wake(Queue queue) {
        Lane lane = lanes.get(queue);
        if (lane != null) {
            lane.wake();
        }
    }

    private List<Job> claim(Queue queue, int limit) {
        return transactions.write(
                () -> jobs.listPaused().contains(queue) ? List.of() : jobs.claim(queue, limit, LEASE));
    }
}
