package app.heirloom.tools.resolution.report;

import app.heirloom.tools.backup.Gain;

/** What became of a group. */
public sealed interface GroupOutcome {
    /** Its losers are gone, and in the backup. */
    record Done(long files, long bytes) implements GroupOutcome {}

    /** It was ended by an earlier run. */
    record Already() implements GroupOutcome {}

    /** What a dry run would do. */
    record Possible(long files, Gain gain) implements GroupOutcome {}

    /** Nothing was done to it. */
    record Skipped(String reason) implements GroupOutcome {}

    /** Something failed; whatever is not in the backup is still on the server. */
    record Failed(String reason) implements GroupOutcome {}
}
