package app.heirloom.immich.client.transport;

import java.time.Duration;

/** Spaces requests evenly, those of all threads together, and holds all of them while the server wants peace. */
final class RateLimiter {
    private static final double NANOS_PER_SECOND = 1e9;

    private final long interval;
    private final Waiting waiting;
    private long nextFree;

    /** @param requestsPerSecond 0 for no limit */
    RateLimiter(double requestsPerSecond, Waiting waiting) {
        this.interval = requestsPerSecond == 0 ? 0 : (long) (NANOS_PER_SECOND / requestsPerSecond);
        this.waiting = waiting;
        this.nextFree = waiting.nanoTime();
    }

    /** Waits for its turn. */
    void acquire() {
        long wait = reserve();
        if (wait > 0) {
            waiting.pause(Duration.ofNanos(wait));
        }
    }

    private synchronized long reserve() {
        long now = waiting.nanoTime();
        long turn = nextFree - now > 0 ? nextFree : now;
        nextFree = turn + interval;
        return turn - now;
    }

    /** Nobody gets a turn for so long. */
    synchronized void hold(Duration duration) {
        long end = waiting.nanoTime() + duration.toNanos();
        if (end - nextFree > 0) {
            nextFree = end;
        }
    }
}
