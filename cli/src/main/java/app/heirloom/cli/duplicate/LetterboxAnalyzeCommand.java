package app.heirloom.cli.duplicate;

import app.heirloom.cli.remote.ServerOptions;
import app.heirloom.tools.duplicates.LetterboxAnalysis;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Finds pairs of a whole photo and its cut, and writes down that the whole one is to be kept. */
@Command(
        name = "analyze",
        description = "Find such pairs and write them to a file, the whole photo as the one to keep. Changes nothing.")
final class LetterboxAnalyzeCommand implements Runnable {
    @Mixin
    private ServerOptions server = new ServerOptions();

    @Mixin
    private AnalysisOutput output = new AnalysisOutput();

    @Override
    public void run() {
        LetterboxAnalysis.Summary summary = server.use(photos -> {
            var analysis = new LetterboxAnalysis(photos, output.progress(), InstantSource.system());
            return output.write(analysis.header(), analysis::run, LetterboxAnalysis.Summary::pairs);
        });
        output.tell(report(summary));
    }

    private static AnalysisOutput.Report report(LetterboxAnalysis.Summary summary) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("pairs", summary.pairs().groups());
        fields.put("recoverable_bytes", summary.pairs().recoverableBytes());
        List<String> lines = List.of(
                summary.pairs().groups() + " pairs: the 4:3 to keep, the 16:9 to let go",
                Megabytes.of(summary.pairs().recoverableBytes()) + " would become free");
        return new AnalysisOutput.Report(fields, lines)
                .with(
                        "skipped_ambiguous",
                        summary.ambiguous(),
                        " shots are ambiguous: they have several photos of one shape")
                .with("skipped_non_iphone", summary.foreign(), " photos are not by an iPhone")
                .with("left_out", summary.pairs().single(), " pairs were left out: one of them went meanwhile");
    }
}
