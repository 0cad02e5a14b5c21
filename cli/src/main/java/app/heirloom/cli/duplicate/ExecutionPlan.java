package app.heirloom.cli.duplicate;

import app.heirloom.tools.duplicates.AnalysisFile;

/** What an analysis asks for, before anything is done. */
record ExecutionPlan(long groups, long needingReview, long losers, long bytes) {
    static ExecutionPlan of(AnalysisFile analysis) {
        var tally = new Object() {
            ExecutionPlan plan = new ExecutionPlan(0, 0, 0, 0);
        };
        analysis.forEach(group -> {
            long bytes = group.losers().stream()
                    .map(loser -> loser.file().sizeInBytes())
                    .mapToLong(size -> size == null ? 0 : size)
                    .sum();
            tally.plan = new ExecutionPlan(
                    tally.plan.groups + 1,
                    tally.plan.needingReview + (group.needsReview() ? 1 : 0),
                    tally.plan.losers + group.losers().size(),
                    tally.plan.bytes + bytes);
        });
        return tally.plan;
    }

    String text() {
        return groups + " groups: " + losers + " files, " + Megabytes.of(bytes) + ",";
    }
}
