package app.heirloom.cli.duplicate;

import app.heirloom.cli.progress.TerminalProgress;
import app.heirloom.cli.remote.ServerOptions;
import app.heirloom.tools.duplicates.Analysis;
import app.heirloom.tools.duplicates.AnalysisHeader;
import app.heirloom.tools.duplicates.AnalysisSummary;
import app.heirloom.tools.duplicates.AnalysisWriter;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Decides what to keep of each group, and writes that down for people and for the commands that follow. */
@Command(
        name = "analyze",
        description = "Decide which of each group of duplicates to keep, and write that to a file. Changes nothing.")
final class AnalyzeCommand implements Runnable {
    @Mixin
    private ServerOptions server = new ServerOptions();

    @Mixin
    private KeeperOptions keepers = new KeeperOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            required = true,
            description = "File to write.")
    private Path output = Path.of("");

    @Option(names = "--json", description = "Tell the summary as JSON.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        var rules = keepers.toRules();
        AnalysisSummary summary = server.use(photos -> analyze(
                new Analysis(photos, rules, new TerminalProgress(commandLine().getErr()), InstantSource.system())));
        PrintWriter out = commandLine().getOut();
        if (json) {
            out.println(JsonMapper.shared().writeValueAsString(fields(summary)));
        } else {
            print(summary, out);
        }
        out.flush();
    }

    private AnalysisSummary analyze(Analysis analysis) {
        AnalysisHeader header = analysis.header();
        try (AnalysisWriter writer = AnalysisWriter.open(output, header)) {
            AnalysisSummary summary = analysis.run(writer::write);
            writer.finish(summary);
            return summary;
        }
    }

    private Map<String, Object> fields(AnalysisSummary summary) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("file", output.toString());
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

    private void print(AnalysisSummary summary, PrintWriter out) {
        out.printf(
                "%d groups of %d assets: %d to keep, %d to let go%n",
                summary.groups(), summary.assets(), summary.groups(), summary.losers());
        out.println(Megabytes.of(summary.recoverableBytes()) + " would become free");
        out.printf("%d groups contradict each other and should be looked at%n", summary.needsReview());
        if (summary.external() > 0) {
            out.printf("%d assets are in external libraries%n", summary.external());
        }
        if (summary.single() > 0) {
            out.printf("%d groups were left out: fewer than two of their members are still there%n", summary.single());
        }
        out.println("Written to " + output);
    }

    private CommandLine commandLine() {
        return Objects.requireNonNull(spec).commandLine();
    }
}
