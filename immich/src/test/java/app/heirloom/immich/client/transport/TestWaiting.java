package app.heirloom.immich.client.transport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only when somebody waits. */
public final class TestWaiting implements Waiting {
    private long now = Long.MAX_VALUE - 1_000; // as System.nanoTime may, it overflows
    private final List<Duration> pauses = new ArrayList<>();

    @Override
    public synchronized long nanoTime() {
        return now;
    }

    @Override
    public synchronized void pause(Duration duration) {
        now += duration.toNanos();
        pauses.add(duration);
    }

    public synchronized List<Duration> pauses() {
        return List.copyOf(pauses);
    }
}
