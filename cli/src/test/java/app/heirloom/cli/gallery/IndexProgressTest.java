package app.heirloom.cli.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.tools.gallery.IndexSummary;
import app.heirloom.tools.gallery.IndexSummary.Galleries;
import app.heirloom.tools.gallery.IndexSummary.Photos;
import app.heirloom.tools.gallery.IndexSummary.Skipped;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class IndexProgressTest {
    @Test
    void theLineSaysHowMuchIsDoneHowFastItGoesAndWhatRemains() {
        var summary = new IndexSummary(
                new Galleries(1, 2, 3, 4),
                new Skipped(1_000, 100, 50),
                new Photos(20, 320, 7, 3),
                5,
                2_500_000_000L,
                412);
        assertThat(IndexProgress.line(summary, 1_250, 10))
                .isEqualTo("1,500 photos, 150/s, 250.0 MB/s, 412 faces, 1,250 remaining")
                .hasSizeLessThan(80);
    }

    @Test
    void complaintsStandInLinesOfTheirOwnOnATerminal() {
        var out = new StringWriter();
        try (var progress = new IndexProgress(new PrintWriter(out), true)) {
            progress.draw("5 photos");
            progress.say("a.jpg: is damaged");
            progress.draw("6 photos");
        }
        String clear = "\r\u001b[K";
        assertThat(out.toString().replace(System.lineSeparator(), "\n"))
                .isEqualTo(clear + "5 photos" + clear + "a.jpg: is damaged\n" + clear + "6 photos" + clear);
    }

    @Test
    void elsewhereThereAreOnlyPlainLines() {
        var out = new StringWriter();
        try (var progress = new IndexProgress(new PrintWriter(out), false)) {
            progress.draw("5 photos");
            progress.say("a.jpg: is damaged");
        }
        assertThat(out.toString().lines()).containsExactly("5 photos", "a.jpg: is damaged");
    }
}
