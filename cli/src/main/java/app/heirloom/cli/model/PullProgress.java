package app.heirloom.cli.model;

import app.heirloom.inference.download.Progress;
import java.io.PrintWriter;
import java.util.Locale;

/** Says how a pull goes on: on a terminal in one line that moves, elsewhere one line for each file. */
final class PullProgress implements Progress {
    private static final long REDRAW = 100_000_000;

    private final PrintWriter out;
    private final boolean terminal;
    private String shown = "";
    private long drawn = System.nanoTime() - REDRAW;

    PullProgress(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public void advanced(String file, long bytes, long total) {
        if (terminal && (System.nanoTime() - drawn >= REDRAW || bytes == total)) {
            drawn = System.nanoTime();
            String part = total > 0 ? String.format(Locale.ROOT, "%3d %%", 100 * bytes / total) : "";
            out.printf("\r%-44s %8s %s", file, PackLine.size(bytes), part);
            out.printf(bytes == total ? "%n" : "");
        } else if (!terminal && !file.equals(shown)) {
            out.printf("%s%s%n", file, total > 0 ? " (" + PackLine.size(total) + ")" : "");
        }
        shown = file;
        out.flush();
    }

    @Override
    public void said(String sentence) {
        out.println(sentence);
        out.flush();
    }
}
