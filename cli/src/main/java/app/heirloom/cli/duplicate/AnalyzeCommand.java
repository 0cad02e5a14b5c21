package app.heirloom.cli.duplicate;

import app.heirloom.cli.remote.ServerOptions;
import app.heirloom.tools.duplicates.Analysis;
import app.heirloom.tools.duplicates.AnalysisSummary;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Decides what to keep of each group, and writes that down for people and for the commands that follow. */
@Command(
        name = "analyze",
        description = "Decide which of each group of duplicates to keep, and write that to a file. Changes nothing.")
final class AnalyzeCommand implements Runnable {
    @Mixin
    private ServerOptions server = new ServerOptions();

    @Mixin
    private KeeperOptions keepers = new KeeperOptions();

    @Mixin
    private AnalysisOutput output = new AnalysisOutput();

    @Override
    public void run() {
        var rules = keepers.toRules();
        AnalysisSummary summary = server.use(photos -> {
            var analysis = new Analysis(photos, rules, output.progress(), InstantSource.system());
            return output.write(analysis.header(), analysis::run, Function.identity());
        });
        output.tell(new AnalysisOutput.Report(fields(summary), lines(summary)));
    }

    private static Map<String, Object> fields(AnalysisSummary summary) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("groups", summary.groups());
        fields.put("assets", summary.assets());
        fields.put("keepers", summary.groups());
        fields.put("losers", summary.losers());
        fields.put("needs_review", summary.needsReview());
        fields.put("external", summary.external());
        fields.put("left_out", summary.single());
        fields.put("recoverable_bytes", summary.recoverableBytes());
        return fields;
    }

    private static List<String> lines(AnalysisSummary summary) {
        List<String> lines = new ArrayList<>();
        lines.add("%d groups of %d assets: %d to keep, %d to let go"
                .formatted(summary.groups(), summary.assets(), summary.groups(), summary.losers()));
        lines.add(Megabytes.of(summary.recoverableBytes()) + " would become free");
        lines.add(summary.needsReview() + " groups contradict each other and should be looked at");
        if (summary.external() > 0) {
            lines.add(summary.external() + " assets are in external libraries");
        }
        if (summary.single() > 0) {
            lines.add(summary.single() + " groups were left out: fewer than two of their members are still there");
        }
        return lines;
    }
}
