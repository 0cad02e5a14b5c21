package app.heirloom.cli.terminal;

import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * How far something is after some time, as a line for people.
 *
 * @param total empty when nobody knows how many there will be
 */
record Pace(String stage, String unit, long done, OptionalLong total, Duration elapsed) {
    private static final int BAR = 20;
    private static final double NANOS_PER_SECOND = 1e9;

    /** As in {@code Reading albums [=====>    ] 50/100 albums, 25.0/s, 0:02 left}. */
    String line() {
        var line = new StringBuilder(stage);
        total.ifPresent(all -> line.append(" [").append(bar(all)).append(']'));
        line.append(' ').append(done);
        total.ifPresent(all -> line.append('/').append(all));
        line.append(' ').append(unit);
        double rate = rate();
        if (rate > 0) {
            line.append(String.format(Locale.ROOT, ", %.1f/s", rate));
            total.ifPresent(
                    all -> line.append(", ").append(clock(remaining(all, rate))).append(" left"));
        }
        return line.toString();
    }

    private double rate() {
        return elapsed.isPositive() ? done * NANOS_PER_SECOND / elapsed.toNanos() : 0;
    }

    private Duration remaining(long all, double rate) {
        return Duration.ofSeconds(Math.round(Math.max(0, all - done) / rate));
    }

    private String bar(long all) {
        int full = all == 0 ? BAR : (int) Math.min(BAR, done * BAR / all);
        return "=".repeat(full) + (full < BAR ? ">" : "") + " ".repeat(Math.max(0, BAR - full - 1));
    }

    private static String clock(Duration duration) {
        String rest = String.format(Locale.ROOT, "%02d:%02d", duration.toMinutesPart(), duration.toSecondsPart());
        return duration.toHours() > 0 ? duration.toHours() + ":" + rest : rest.replaceFirst("^0", "");
    }
}
