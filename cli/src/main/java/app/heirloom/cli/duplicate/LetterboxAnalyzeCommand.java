package app.heirloom.cli.duplicate;

import app.heirloom.cli.remote.ServerOptions;
import app.heirloom.tools.duplicates.LetterboxAnalysis;
import java.time.InstantSource;
import java.util.ArrayList;
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
        output.tell(new AnalysisOutput.Report(fields(summary), lines(summary)));
    }

    private static Map<String, Object> fields(LetterboxAnalysis.Summary summary) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("pairs", summary.pairs().groups());
        fields.put("recoverable_bytes", summary.pairs().recoverableBytes());
        fields.put("skipped_ambiguous", summary.ambiguous());
        fields.put("skipped_non_iphone", summary.foreign());
        fields.put("left_out", summary.pairs().single());
        return fields;
    }

    private static List<String> lines(LetterboxAnalysis.Summary summary) {
        List<String> lines = new ArrayList<>();
        lines.add(summary.pairs().groups() + " pairs: the 4:3 to keep, the 16:9 to let go");
        lines.add(Megabytes.of(summary.pairs().recoverableBytes()) + " would become free");
        lines.add(summary.ambiguous() + " shots are ambiguous: they have several photos of one shape");
        lines.add(summary.foreign() + " photos are not by an iPhone");
        if (summary.pairs().single() > 0) {
            lines.add(summary.pairs().single() + " pairs were left out: one of them went meanwhile");
        }
        return lines;
    }
}
