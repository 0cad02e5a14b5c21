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

    private final GalleryIndex index;
    private final PrintWriter out;
    private final boolean terminal;
    private final long begin = System.nanoTime();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("gallery-progress").daemon().factory());
    private boolean drawn;

    IndexProgress(GalleryIndex index, PrintWriter out, boolean terminal) {
        this.index = index;
        this.out = out;
        this.terminal = terminal;
    }

    void start() {
        long period = (terminal ? ON_TERMINAL : ELSEWHERE).toMillis();
        var _ = clock.scheduleAtFixedRate(this::draw, period, period, TimeUnit.MILLISECONDS);
    }

    private synchronized void draw() {
        double seconds = (System.nanoTime() - begin) / 1e9;
        String line = line(index.progress(), index.remaining(), seconds);
        out.print(terminal ? "\r\u001b[K" + line : line + System.lineSeparator());
        out.flush();
        drawn = true;
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
        if (terminal && drawn) {
            out.print("\r\u001b[K");
            out.flush();
        }
    }
}
