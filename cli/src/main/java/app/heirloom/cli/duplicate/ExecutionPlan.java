package app.heirloom.cli.duplicate;

import app.heirloom.tools.duplicates.AnalysisFile;
import app.heirloom.tools.duplicates.AnalyzedAsset;
import app.heirloom.tools.duplicates.AnalyzedGroup;
import java.util.List;
import java.util.function.Predicate;

/** What some groups of an analysis ask for, before anything is done. */
record ExecutionPlan(long groups, long losers, long bytes) {
    static ExecutionPlan of(AnalysisFile analysis, Predicate<AnalyzedGroup> wanted) {
        var tally = new Object() {
            ExecutionPlan plan = new ExecutionPlan(0, 0, 0);
        };
        analysis.forEach(group -> tally.plan = wanted.test(group) ? tally.plan.plus(group) : tally.plan);
        return tally.plan;
    }

    /** Files of external libraries stay. */
    private ExecutionPlan plus(AnalyzedGroup group) {
        List<AnalyzedAsset> going =
                group.losers().stream().filter(loser -> !loser.isExternal()).toList();
        long more = going.stream()
                .map(loser -> loser.file().sizeInBytes())
                .mapToLong(size -> size == null ? 0 : size)
                .sum();
        return new ExecutionPlan(groups + 1, losers + going.size(), bytes + more);
    }

    String text() {
        return groups + " groups: " + losers + " files, " + Megabytes.of(bytes) + ",";
    }
}
