package app.heirloom.library.job;

import java.util.UUID;

/** A job that was given up, and why. */
public record FailedJob(JobId id, JobType type, UUID subject, int attempts, String reason) {}
