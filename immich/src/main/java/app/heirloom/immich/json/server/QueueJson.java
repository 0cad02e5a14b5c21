package app.heirloom.immich.json.server;

import app.heirloom.library.job.JobCounts;
import app.heirloom.library.job.QueueStatus;

/** What a queue is doing. */
public record QueueJson(CountsJson jobCounts, StatusJson queueStatus) {

    /**
     * How many jobs are in which state.
     *
     * @param completed always 0: a finished job is not kept
     * @param paused those that would wait if their queue were not paused
     */
    public record CountsJson(long active, long completed, long failed, long delayed, long waiting, long paused) {}

    /** Whether the queue is at work. */
    public record StatusJson(boolean isActive, boolean isPaused) {}

    public static QueueJson of(QueueStatus status) {
        JobCounts counts = status.counts();
        boolean paused = status.paused();
        return new QueueJson(
                new CountsJson(
                        counts.active(),
                        0,
                        counts.failed(),
                        counts.delayed(),
                        paused ? 0 : counts.waiting(),
                        paused ? counts.waiting() : 0),
                new StatusJson(counts.active() > 0, paused));
    }
}
