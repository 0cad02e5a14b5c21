package app.heirloom.tools.resolution.report;

/**
 * How many groups fared how; together they are all that were looked at.
 *
 * @param done ended now, or in a dry run what could be
 * @param already ended by an earlier run
 * @param files losers and their motion videos in the backup
 */
public record ExecutionSummary(long done, long already, long skipped, long failed, long files, long bytes) {
    public static final ExecutionSummary NOTHING = new ExecutionSummary(0, 0, 0, 0, 0, 0);

    public long groups() {
        return done + already + skipped + failed;
    }

    public ExecutionSummary plus(GroupOutcome outcome) {
        return switch (outcome) {
            case GroupOutcome.Done ended ->
                new ExecutionSummary(done + 1, already, skipped, failed, files + ended.files(), bytes + ended.bytes());
            case GroupOutcome.Possible possible ->
                new ExecutionSummary(done + 1, already, skipped, failed, files + possible.files(), bytes);
            case GroupOutcome.Already ignored -> new ExecutionSummary(done, already + 1, skipped, failed, files, bytes);
            case GroupOutcome.Skipped ignored -> new ExecutionSummary(done, already, skipped + 1, failed, files, bytes);
            case GroupOutcome.Failed ignored -> new ExecutionSummary(done, already, skipped, failed + 1, files, bytes);
        };
    }
}
