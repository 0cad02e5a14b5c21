package app.heirloom.cli.duplicate;

import app.heirloom.cli.remote.ServerOptions;
import app.heirloom.cli.terminal.ExitCode;
import app.heirloom.cli.terminal.Terminal;
import app.heirloom.cli.terminal.TerminalProgress;
import app.heirloom.library.embedding.PictureReader;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.remote.PhotoServer;
import app.heirloom.tools.backup.BackupFolder;
import app.heirloom.tools.duplicates.AnalysisFile;
import app.heirloom.tools.duplicates.AnalyzedGroup;
import app.heirloom.tools.resolution.Execution;
import app.heirloom.tools.resolution.ExecutionSettings;
import app.heirloom.tools.resolution.report.ExecutionSummary;
import app.heirloom.tools.resolution.report.GroupOutcome;
import app.heirloom.tools.resolution.report.GroupReport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Ends the groups of an analysis. */
@Command(
        name = "execute",
        description = "Back up the losers of an analysis, give what they know to the keepers, and only then put them"
                + " into the trash. May be stopped and repeated at any time.")
final class ExecuteCommand implements Callable<Integer> {
    @Mixin
    private ServerOptions server = new ServerOptions();

    @Mixin
    private MediaPictures pictures = new MediaPictures();

    @Option(
            names = {"-i", "--input"},
            paramLabel = "FILE",
            required = true,
            description = "What analyze wrote.")
    private Path input = Path.of("");

    @Option(
            names = {"-b", "--backup"},
            paramLabel = "DIR",
            required = true,
            description = "Folder for the originals and the journal; the same one again to go on.")
    private Path folder = Path.of("");

    @Option(
            names = "--skip-review",
            description = "Leave out groups that contradict each other, or only look alike, without asking.")
    private boolean skipReview;

    @Option(
            names = "--include-review",
            description = "End groups that contradict each other, or only look alike, too, without asking.")
    private boolean includeReview;

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask before beginning.")
    private boolean yes;

    @Option(
            names = "--force",
            description = "Delete the losers for good, past the trash, once their backup is verified.")
    private boolean force;

    @Option(names = "--dry-run", description = "Only tell what would be done.")
    private boolean dryRun;

    @Option(names = "--json", description = "Tell each group and the summary as JSON, a line each.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (skipReview && includeReview) {
            throw ErrorCode.INVALID.exception("--skip-review and --include-review contradict each other: give one");
        }
        AnalysisFile analysis = AnalysisFile.open(input);
        ExecutionSummary summary;
        try (MediaPictures decoding = pictures) {
            summary = server.use(photos -> execute(photos, decoding, analysis));
        }
        print(summary);
        boolean isComplete = summary.failed() == 0 && summary.skipped() == 0;
        return isComplete ? ExitCode.DONE : ExitCode.INCOMPLETE;
    }

    private ExecutionSummary execute(PhotoServer photos, PictureReader decoding, AnalysisFile analysis) {
        boolean isContradictingToo = includesContradicting(analysis);
        var settings = new ExecutionSettings(force, isContradictingToo, dryRun, Math.max(1, server.concurrency()));
        var execution = new Execution(
                photos, settings, decoding, new TerminalProgress(commandLine().getErr()), InstantSource.system());
        execution.requirePossible(analysis);
        if (dryRun) {
            return execution.run(analysis, null, this::tell);
        }
        confirm(ExecutionPlan.of(analysis, group -> isContradictingToo || !group.needsReview()));
        try (BackupFolder backup = BackupFolder.create(folder, photos.account())) {
            return execution.run(analysis, backup, this::tell);
        }
    }

    private boolean includesContradicting(AnalysisFile analysis) {
        if (skipReview || includeReview || yes || dryRun) {
            return includeReview;
        }
        long doubtful = ExecutionPlan.of(analysis, AnalyzedGroup::needsReview).groups();
        return doubtful > 0
                && ask(doubtful + " groups contradict each other, or only look alike. End those too? [y/N]")
                        .orElse(false);
    }

    private void confirm(ExecutionPlan plan) {
        if (yes || plan.groups() == 0) {
            return;
        }
        PrintWriter err = commandLine().getErr();
        err.println(plan.text() + " go to " + folder + ", then " + (force ? "are DELETED FOR GOOD" : "into the trash"));
        err.flush();
        boolean isAgreed = ask("Go on? [y/N]")
                .orElseThrow(() -> ErrorCode.INVALID.exception("Nobody is there to agree: give --yes, or --dry-run"));
        if (!isAgreed) {
            throw ErrorCode.INVALID.exception("Nothing was done");
        }
    }

    private static Optional<Boolean> ask(String question) {
        return Terminal.find()
                .map(console -> console.readLine("%s ", question))
                .map(answer -> answer.strip().toLowerCase(Locale.ROOT).startsWith("y"));
    }

    /** Groups that fared well are only counted, unless a machine listens or nothing is done anyway. */
    private void tell(GroupReport report) {
        PrintWriter out = commandLine().getOut();
        GroupText text = GroupText.of(report);
        if (json) {
            out.println(JsonMapper.shared().writeValueAsString(text.fields()));
        } else if (dryRun || isWorthTelling(report.outcome())) {
            out.println(text.line());
        }
        out.flush();
    }

    private static boolean isWorthTelling(GroupOutcome outcome) {
        return outcome instanceof GroupOutcome.Skipped || outcome instanceof GroupOutcome.Failed;
    }

    private void print(ExecutionSummary summary) {
        PrintWriter out = commandLine().getOut();
        if (json) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("groups", summary.groups());
            fields.put("done", summary.done());
            fields.put("already", summary.already());
            fields.put("skipped", summary.skipped());
            fields.put("failed", summary.failed());
            fields.put("files", summary.files());
            fields.put("bytes", summary.bytes());
            out.println(JsonMapper.shared().writeValueAsString(fields));
        } else {
            out.printf(
                    "%d groups: %d %s, %d done before, %d skipped, %d failed%n",
                    summary.groups(),
                    summary.done(),
                    dryRun ? "could be done" : "done",
                    summary.already(),
                    summary.skipped(),
                    summary.failed());
            if (!dryRun) {
                out.println(summary.files() + " files, " + Megabytes.of(summary.bytes()) + ", backed up in " + folder);
            }
        }
        out.flush();
    }

    private CommandLine commandLine() {
        return Objects.requireNonNull(spec).commandLine();
    }
}
