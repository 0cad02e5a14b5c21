package app.heirloom.cli.terminal;

import app.heirloom.tools.Progress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * Shows how far a workflow is: on a terminal by a line that is written over and over, elsewhere by plain lines now and
 * then, so that logs stay short.
 */
public final class TerminalProgress implements Progress {
    private static final Duration REDRAW = Duration.ofMillis(100);
    private static final Duration REPEAT = Duration.ofSeconds(10);

    private final PrintWriter out;
    private final boolean isTerminal;
    private final LongSupplier nanoTime;

    private String stage = "";
    private String unit = "";
    private OptionalLong total = OptionalLong.empty();
    private long done;
    private long started;
    private long shown;
    private int width;

    /** @param out where it goes, best not where results go */
    public TerminalProgress(PrintWriter out) {
        this(out, Terminal.find().isPresent(), System::nanoTime);
    }

    TerminalProgress(PrintWriter out, boolean isTerminal, LongSupplier nanoTime) {
        this.out = out;
        this.isTerminal = isTerminal;
        this.nanoTime = nanoTime;
    }

    @Override
    public synchronized void begin(String newStage, String newUnit, OptionalLong newTotal) {
        stage = newStage;
        unit = newUnit;
        total = newTotal;
        done = 0;
        started = nanoTime.getAsLong();
        shown = started;
    }

    @Override
    public synchronized void advance(long count) {
        done += count;
        Duration silence = Duration.ofNanos(nanoTime.getAsLong() - shown);
        if (silence.compareTo(isTerminal ? REDRAW : REPEAT) >= 0) {
            show(isTerminal ? "\r" : "", isTerminal ? "" : System.lineSeparator());
        }
    }

    @Override
    public synchronized void end() {
        if (done == 0 && total.orElse(1) == 0) {
            return; // nothing was there to do
        }
        show(isTerminal ? "\r" : "", System.lineSeparator());
        width = 0;
    }

    private void show(String before, String after) {
        shown = nanoTime.getAsLong();
        String line = new Pace(stage, unit, done, total, Duration.ofNanos(shown - started)).line();
        String blanks = isTerminal ? " ".repeat(Math.max(0, width - line.length())) : "";
        width = line.length();
        out.print(before + line + blanks + after);
        out.flush();
    }
}
