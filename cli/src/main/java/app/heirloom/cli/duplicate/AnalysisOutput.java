package app.heirloom.cli.duplicate;

import app.heirloom.cli.terminal.TerminalProgress;
import app.heirloom.library.asset.grouping.DuplicateGroupId;
import app.heirloom.tools.Progress;
import app.heirloom.tools.duplicates.AnalysisFile;
import app.heirloom.tools.duplicates.AnalysisHeader;
import app.heirloom.tools.duplicates.AnalysisSummary;
import app.heirloom.tools.duplicates.AnalysisWriter;
import app.heirloom.tools.duplicates.AnalyzedGroup;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Where an analysis goes, and how its summary is told: said alike by every command that makes one. */
final class AnalysisOutput {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            required = true,
            description = "File to write.")
    private Path file = Path.of("");

    @Option(names = "--json", description = "Tell the summary as JSON.")
    private boolean json;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    /**
     * What an analysis came to, for machines and for people.
     *
     * @param fields by their names
     */
    record Report(Map<String, Object> fields, List<String> lines) {
        /** With a count that people hear of only where there is something to count. */
        Report with(String field, long count, String line) {
            Map<String, Object> moreFields = new LinkedHashMap<>(fields);
            moreFields.put(field, count);
            List<String> moreLines = new ArrayList<>(lines);
            if (count > 0) {
                moreLines.add(count + line);
            }
            return new Report(moreFields, moreLines);
        }
    }

    Progress progress() {
        return new TerminalProgress(commandLine().getErr());
    }

    /** Says what is left out since it cannot be read. */
    void complain(Path path, String reason) {
        PrintWriter err = commandLine().getErr();
        err.println("left out: " + path + ": " + reason);
        err.flush();
    }

    /** Finds groups. */
    @FunctionalInterface
    interface Search<S> {
        /** Hands each group over, but for those that are dismissed, and returns what it found. */
        S run(Set<DuplicateGroupId> dismissed, Consumer<AnalyzedGroup> action);
    }

    /**
     * Writes the groups as they are found; the file appears once all are there. What an earlier analysis in the same
     * place says to be no duplicates is said on.
     *
     * @param totals the part of what is found that the file tells
     */
    <S> S write(AnalysisHeader header, Search<S> search, Function<S, AnalysisSummary> totals) {
        List<AnalyzedGroup> dismissed = AnalysisFile.dismissed(file, header.user());
        try (AnalysisWriter writer = AnalysisWriter.open(file, header)) {
            S summary = search.run(
                    dismissed.stream().map(AnalyzedGroup::id).collect(Collectors.toUnmodifiableSet()), writer::write);
            writer.finish(totals.apply(summary), dismissed);
            return summary;
        }
    }

    void tell(Report report) {
        PrintWriter out = commandLine().getOut();
        if (json) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("file", file.toString());
            fields.putAll(report.fields());
            out.println(JsonMapper.shared().writeValueAsString(fields));
        } else {
            report.lines().forEach(out::println);
            out.println("Written to " + file);
        }
        out.flush();
    }

    private CommandLine commandLine() {
        return Objects.requireNonNull(spec).commandLine();
    }
}
