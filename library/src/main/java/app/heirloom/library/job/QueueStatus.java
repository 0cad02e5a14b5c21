package app.heirloom.library.job;

/** What a queue is doing. */
public record QueueStatus(JobCounts counts, boolean paused) {}
