package app.heirloom.library.job;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The durable queues. Called inside transactions, so that a job exists exactly when its cause does. */
public interface JobRepository {
    /** Adds a job, unless one of the same type and subject waits already; a failed one is forgotten. */
    void add(JobType type, UUID subject);

    /**
     * Leases the next due jobs of the queue, oldest first, and counts the attempt. Jobs that outlived a crash are due
     * only while no other job is, in any queue that is not paused.
     */
    List<Job> claim(Queue queue, int limit, Duration lease);

    /** Removes a finished job. */
    void complete(JobId id);

    /** Puts a claimed job back, to be tried again at the instant. */
    void retry(JobId id, Instant at, String reason);

    /** Gives a job up and keeps it with its reason. */
    void fail(JobId id, String reason);

    /**
     * Puts back what a dead process left claimed: each such job has survived a crash, and after {@code quarantineAfter}
     * of them it is given up with its reason.
     */
    void recover(int quarantineAfter);

    Map<Queue, JobCounts> counts();

    List<FailedJob> listFailed(Queue queue, int limit);

    /** The queue's jobs in these states, in the order of their ids. */
    List<QueuedJob> list(Queue queue, Set<JobState> states, int limit);

    /** Removes the waiting and delayed jobs; those under way go on. */
    void empty(Queue queue);

    /** Forgets the failed jobs. */
    void clearFailed(Queue queue);

    /** Makes the failed jobs wait again with a clean record. */
    void retryFailed(Queue queue);

    Set<Queue> listPaused();

    void pause(Queue queue);

    void resume(Queue queue);
}
