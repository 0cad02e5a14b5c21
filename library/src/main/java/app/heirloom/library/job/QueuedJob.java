package app.heirloom.library.job;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job that is kept in a queue.
 *
 * @param due when it was or is to be started
 * @param reason why the last attempt failed
 */
public record QueuedJob(
        JobId id,
        JobType type,
        UUID subject,
        JobState state,
        Instant due,
        @Nullable String reason) {}
