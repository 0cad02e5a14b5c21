package app.heirloom.library.job;

import java.util.UUID;

/**
 * A unit of work that somebody has claimed.
 *
 * @param subject what it is about, mostly an asset's id
 * @param attempts how often it was started, this time included
 * @param crashes how often the process died while it ran
 */
public record Job(JobId id, JobType type, UUID subject, int attempts, int crashes) {
    /** It was running when the process died, so it now runs with nothing beside it. */
    public boolean isSuspect() {
        return crashes > 0;
    }
}
