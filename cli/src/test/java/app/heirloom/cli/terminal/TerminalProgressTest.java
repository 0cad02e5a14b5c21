package app.heirloom.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TerminalProgressTest {
    private final StringWriter text = new StringWriter();
    private long now;

    @Test
    void tellsRateAndRemainingTime() {
        assertThat(pace(50, OptionalLong.of(200), 25).line())
                .isEqualTo("Reading [=====>              ] 50/200 groups, 2.0/s, 1:15 left");
        assertThat(pace(200, OptionalLong.of(200), 100).line())
                .isEqualTo("Reading [====================] 200/200 groups, 2.0/s, 0:00 left");
        assertThat(pace(1, OptionalLong.of(100_000), 1).line()).endsWith("1.0/s, 27:46:39 left");
        assertThat(pace(7, OptionalLong.empty(), 7).line()).isEqualTo("Reading 7 groups, 1.0/s");
        assertThat(pace(0, OptionalLong.of(0), 0).line()).isEqualTo("Reading [====================] 0/0 groups");
    }

    private static Pace pace(long done, OptionalLong total, int seconds) {
        return new Pace("Reading", "groups", done, total, Duration.ofSeconds(seconds));
    }

    @Test
    void drawsOneLineOverAndOverOnATerminal() {
        run(true);
        assertThat(text.toString())
                .containsOnlyOnce(System.lineSeparator())
                .endsWith(System.lineSeparator())
                .contains("\rReading", "5/30 groups", "30/30 groups");
    }

    @Test
    void writesPlainLinesNowAndThenElsewhere() {
        run(false);
        assertThat(text.toString()).doesNotContain("\r");
        assertThat(text.toString().lines().toList())
                .hasSize(4)
                .last()
                .asString()
                .contains("30/30 groups");
    }

    @Test
    void whatHadNothingToDoIsNotMentioned() {
        var progress = new TerminalProgress(new PrintWriter(text), true, () -> now);
        progress.begin("Reading albums", "albums", OptionalLong.of(0));
        progress.end();
        assertThat(text.toString()).isEmpty();
    }

    private void run(boolean isTerminal) {
        var progress = new TerminalProgress(new PrintWriter(text), isTerminal, () -> now);
        progress.begin("Reading", "groups", OptionalLong.of(30));
        for (int i = 0; i < 30; i++) {
            now += Duration.ofSeconds(1).toNanos();
            progress.advance(1);
        }
        progress.end();
    }
}
