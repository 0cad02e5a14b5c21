package app.heirloom.library.job;

/**
 * How many jobs of one queue are in which state.
 *
 * @param delayed waiting for another attempt
 * @param failed given up, kept with their reason
 */
public record JobCounts(long active, long waiting, long delayed, long failed) {
    public static final JobCounts NONE = new JobCounts(0, 0, 0, 0);

    public long unfinished() {
        return active + waiting + delayed;
    }
}
