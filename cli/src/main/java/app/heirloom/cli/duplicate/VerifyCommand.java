package app.heirloom.cli.duplicate;

import app.heirloom.cli.remote.ServerOptions;
import app.heirloom.cli.terminal.ExitCode;
import app.heirloom.cli.terminal.TerminalProgress;
import app.heirloom.tools.duplicates.AnalysisFile;
import app.heirloom.tools.resolution.Verification;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Looks whether all is as it should be after an execution. */
@Command(
        name = "verify",
        description = "Check on the server that keepers are there and have it all, and that losers are gone."
                + " Ends with code 3 when anything is off. Changes nothing.")
final class VerifyCommand implements Callable<Integer> {
    @Mixin
    private ServerOptions server = new ServerOptions();

    @Parameters(paramLabel = "FILE", description = "What analyze wrote.")
    private Path input = Path.of("");

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = {"How to tell it: ${COMPLETION-CANDIDATES}.", "Default: ${DEFAULT-VALUE}"})
    private ReportFormat format = ReportFormat.text;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        AnalysisFile analysis = AnalysisFile.open(input);
        CommandLine commandLine = Objects.requireNonNull(spec).commandLine();
        PrintWriter out = commandLine.getOut();
        var anomalies = new LinkedHashMap<String, Object>();
        Verification.Summary summary =
                server.use(photos -> new Verification(photos, new TerminalProgress(commandLine.getErr()))
                        .run(analysis, (group, problems) -> {
                            anomalies.put(group.id().toString(), problems);
                            if (format == ReportFormat.text) {
                                problems.forEach(problem -> out.println("group " + group.id() + ": " + problem));
                            }
                        }));
        print(out, summary, anomalies);
        return summary.isSound() ? ExitCode.DONE : ExitCode.INCOMPLETE;
    }

    private void print(PrintWriter out, Verification.Summary summary, Map<String, Object> anomalies) {
        String result = summary.isSound() ? "PASS" : "FAIL";
        if (format == ReportFormat.json) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("result", result);
            fields.put("groups", summary.groups());
            fields.put("sound", summary.sound());
            fields.put("anomalies", anomalies);
            out.println(JsonMapper.shared().writeValueAsString(fields));
        } else {
            out.println(result + ": " + summary.sound() + " of " + summary.groups() + " groups are as they should be");
        }
        out.flush();
    }
}
