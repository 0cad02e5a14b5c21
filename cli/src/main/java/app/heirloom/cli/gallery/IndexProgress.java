package app.heirloom.cli.gallery;

import app.heirloom.tools.gallery.GalleryIndex;
import app.heirloom.tools.gallery.IndexSummary;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Says how an index goes on: on a terminal in one line that moves, elsewhere with a line now and then. */
final class IndexProgress implements AutoCloseable {
    private static final Duration ON_TERMINAL = Duration.ofMillis(250);
    private static final Duration ELSEWHERE = Duration.ofSeconds(30);
    private static final double MEGA = 1e6;
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintWriter out;
    private final boolean terminal;
    private final long begin = System.nanoTime();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("gallery-progress").daemon().factory());
    private boolean drawn;

    IndexProgress(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    void start(GalleryIndex index) {
        long period = (terminal ? ON_TERMINAL : ELSEWHERE).toMillis();
        var _ = clock.scheduleAtFixedRate(
                () -> draw(line(index.progress(), index.remaining(), (System.nanoTime() - begin) / 1e9)),
                period,
                period,
                TimeUnit.MILLISECONDS);
    }

    synchronized void draw(String line) {
        out.print(terminal ? CLEAR_LINE + line : line + System.lineSeparator());
        out.flush();
        drawn = true;
    }

    /** Says something that stays; the line that moves goes on below it. */
    synchronized void say(String sentence) {
        clear();
        out.println(sentence);
        out.flush();
    }

    private void clear() {
        if (terminal && drawn) {
            out.print(CLEAR_LINE);
            out.flush();
            drawn = false;
        }
    }

    static String line(IndexSummary summary, long remaining, double seconds) {
        return String.format(
                Locale.ROOT,
                "%,d photos, %,.0f/s, %,.1f MB/s, %,d faces, %,d remaining",
                summary.found(),
                summary.found() / seconds,
                summary.bytesRead() / MEGA / seconds,
                summary.faces(),
                remaining);
    }

    @Override
    public synchronized void close() {
        clock.shutdownNow();
        clear();
    }
}
