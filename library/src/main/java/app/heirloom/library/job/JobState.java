package app.heirloom.library.job;

/** What a kept job is doing. A finished job is not kept. */
public enum JobState {
    ACTIVE,
    WAITING,
    /** Waiting for another attempt. */
    DELAYED,
    /** Given up. */
    FAILED
}
