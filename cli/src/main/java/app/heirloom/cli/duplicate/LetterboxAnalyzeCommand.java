package app.heirloom.cli.duplicate;

import app.heirloom.cli.progress.TerminalProgress;
import app.heirloom.cli.remote.ServerOptions;
import app.heirloom.tools.duplicates.AnalysisHeader;
import app.heirloom.tools.duplicates.AnalysisWriter;
import app.heirloom.tools.duplicates.LetterboxAnalysis;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
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

/** Finds pairs of a whole photo and its cut, and writes down that the whole one is to be kept. */
@Command(
        name = "analyze",
        description = "Find such pairs and write them to a file, the whole photo as the one to keep. Changes nothing.")
final class LetterboxAnalyzeCommand implements Runnable {
    private static final double BYTES_PER_MEGABYTE = 1e6;

    @Mixin
    private ServerOptions server = new ServerOptions();

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
        LetterboxAnalysis.Summary summary = server.use(photos -> analyze(
                new LetterboxAnalysis(photos, new TerminalProgress(commandLine().getErr()), InstantSource.system())));
        PrintWriter out = commandLine().getOut();
        if (json) {
            out.println(JsonMapper.shared().writeValueAsString(fields(summary)));
        } else {
            print(summary, out);
        }
        out.flush();
    }

    private LetterboxAnalysis.Summary analyze(LetterboxAnalysis analysis) {
        AnalysisHeader header = analysis.header();
        try (AnalysisWriter writer = AnalysisWriter.open(output, header)) {
            LetterboxAnalysis.Summary summary = analysis.run(writer::write);
            writer.finish(summary.pairs());
            return summary;
        }
    }

    private Map<String, Object> fields(LetterboxAnalysis.Summary summary) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("file", output.toString());
        fields.put("pairs", summary.pairs().groups());
        fields.put("recoverable_bytes", summary.pairs().recoverableBytes());
        fields.put("skipped_ambiguous", summary.ambiguous());
        fields.put("skipped_non_iphone", summary.foreign());
        fields.put("left_out", summary.pairs().single());
        return fields;
    }

    private void print(LetterboxAnalysis.Summary summary, PrintWriter out) {
        out.printf(
                "%d pairs: the 4:3 to keep, the 16:9 to let go%n",
                summary.pairs().groups());
        out.printf(Locale.ROOT, "%.1f MB would become free%n", summary.pairs().recoverableBytes() / BYTES_PER_MEGABYTE);
        out.printf("%d shots are ambiguous: they have several photos of one shape%n", summary.ambiguous());
        out.printf("%d photos are not by an iPhone%n", summary.foreign());
        if (summary.pairs().single() > 0) {
            out.printf(
                    "%d pairs were left out: one of them went meanwhile%n",
                    summary.pairs().single());
        }
        out.println("Written to " + output);
    }

    private CommandLine commandLine() {
        return Objects.requireNonNull(spec).commandLine();
    }
}
