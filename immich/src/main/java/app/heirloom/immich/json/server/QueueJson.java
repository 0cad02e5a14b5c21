package app.heirloom.immich.json.server;

import app.heirloom.immich.json.WireNames;
import app.heirloom.library.job.JobCounts;
import app.heirloom.library.job.Queue;
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

    /** The same as clients of version 3.2 want it. */
    public record NamedJson(String name, boolean isPaused, CountsJson statistics) {}

    public static QueueJson of(QueueStatus status) {
        return new QueueJson(counts(status), new StatusJson(status.counts().active() > 0, status.paused()));
    }

    public static NamedJson named(Queue queue, QueueStatus status) {
        return new NamedJson(WireNames.of(queue), status.paused(), counts(status));
    }

    private static CountsJson counts(QueueStatus status) {
        JobCounts counts = status.counts();
        boolean paused = status.paused();
        return new CountsJson(
                counts.active(),
                0,
                counts.failed(),
                counts.delayed(),
                paused ? 0 : counts.waiting(),
                paused ? counts.waiting() : 0);
    }
}
