package app.heirloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.library.error.HeirloomException;
import app.heirloom.testkit.remote.standin.Fault;
import app.heirloom.tools.Progress;
import app.heirloom.tools.duplicates.AnalysisFile;
import app.heirloom.tools.resolution.Verification;
import app.heirloom.tools.resolution.report.ExecutionSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Executions and restorations in which one request goes wrong, each in its turn, and their second runs. */
@Execution(ExecutionMode.CONCURRENT)
class DupesRunTest {
    /** Every second request goes wrong, with {@code -Dheirloom.full} each of them. */
    private static final int STRIDE = Boolean.getBoolean("heirloom.full") ? 1 : 2;

    private static final String ORIGINAL = "GET /api/assets/[^/]+/original";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "2, 7, CUT, .*",
        "2, 7, LOST_ANSWER, .*",
        "2, 7, HALF_ANSWER, .*",
        "2, 7, ERROR, .*",
        "2, 7, HALF_DONE, .*",
        "2, 7, WRONG_BYTES, " + ORIGINAL,
        "2, 7, STALL, " + ORIGINAL,
        "3, 2, CUT, .*",
        "3, 2, LOST_ANSWER, .*",
        "3, 2, HALF_ANSWER, .*",
        "3, 2, ERROR, .*",
        "3, 2, TOO_MANY, .*",
        "3, 2, HALF_DONE, .*",
        "3, 2, WRONG_BYTES, " + ORIGINAL,
        "3, 2, STALL, '(" + ORIGINAL + "|PUT .*|DELETE .*)'"
    })
    void whateverRequestFailsNothingIsLostAndASecondRunFinishes(int major, int minor, Fault fault, String request)
            throws IOException {
        int steps;
        try (var undisturbed = new StandInLibrary(folder, major, minor)) {
            assertThat(undisturbed.execute(undisturbed.analyze()).done()).isEqualTo(1);
            steps = count(undisturbed.server.requests(), request);
        }
        assertThat(steps).isPositive();
        for (int step = 1; step <= steps; step += STRIDE) {
            try (var disturbed = new StandInLibrary(folder, major, minor)) {
                AnalysisFile analysis = disturbed.analyze();
                disturbed.server.faults().at(request, step, fault);
                String when = fault + " at request " + step;
                failing(when, () -> disturbed.execute(analysis));
                disturbed.requireNothingLost(when);
                disturbed.server.faults().clear();
                ExecutionSummary second = disturbed.execute(analysis);
                assertThat(second.done() + second.already()).as(when).isEqualTo(1);
                disturbed.requireNothingLost(when);
                assertThat(disturbed.losers)
                        .as(when)
                        .allSatisfy(id -> assertThat(disturbed.photos.find(id)).isEmpty());
                new Verification(disturbed.photos, Progress.NONE)
                        .run(
                                analysis,
                                (group, problems) ->
                                        assertThat(problems).as(when).isEmpty());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 7, CUT", "2, 7, LOST_ANSWER", "3, 2, LOST_ANSWER", "3, 2, ERROR"})
    void whateverRequestOfARestorationFailsASecondOneBringsAllBack(int major, int minor, Fault fault)
            throws IOException {
        int begin;
        int steps;
        try (var undisturbed = new StandInLibrary(folder, major, minor)) {
            List<String> before = undisturbed.losersAsTold();
            undisturbed.execute(undisturbed.analyze());
            begin = undisturbed.server.requests().size();
            assertThat(undisturbed.restore().restored()).isEqualTo(1);
            steps = undisturbed.server.requests().size() - begin;
            assertThat(undisturbed.losersAsTold()).isEqualTo(before);
        }
        for (int step = 1; step <= steps; step += STRIDE) {
            try (var disturbed = new StandInLibrary(folder, major, minor)) {
                List<String> before = disturbed.losersAsTold();
                disturbed.execute(disturbed.analyze());
                disturbed.server.faults().at(".*", step, fault);
                String when = fault + " at request " + step;
                failing(when, disturbed::restore);
                disturbed.requireNothingLost(when);
                disturbed.server.faults().clear();
                assertThat(disturbed.restore().failed()).as(when).isZero();
                assertThat(disturbed.losersAsTold()).as(when).isEqualTo(before);
                assertThat(disturbed.restore().restored()).as(when).isZero();
            }
        }
    }

    private static int count(List<String> requests, String pattern) {
        return (int) requests.stream().filter(name -> name.matches(pattern)).count();
    }

    private static void failing(String when, Runnable work) {
        try {
            work.run();
        } catch (HeirloomException e) {
            assertThat(e.getMessage()).as(when).isNotBlank();
        }
    }
}
