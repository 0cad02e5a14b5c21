package app.heirloom.immich.client.transport;

import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * How long to wait before a request is repeated: twice as long each time, give or take half, so that many clients do not
 * come back all at once.
 *
 * @param first before the second attempt
 * @param random from 0 to 1
 */
record Backoff(Duration first, DoubleSupplier random) {
    static final Duration LONGEST = Duration.ofSeconds(30);
    /** More than that no server asks for in earnest. */
    static final Duration LONGEST_ASKED = Duration.ofMinutes(10);

    private static final int MAX_DOUBLINGS = 16;

    /**
     * Before the attempt after this one.
     *
     * @param attempt from 1
     * @param asked what the server asks for, which is waited for at least
     */
    Duration after(int attempt, Optional<Duration> asked) {
        Duration doubled = first.multipliedBy(1L << Math.min(attempt - 1, MAX_DOUBLINGS));
        Duration usual = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
        Duration spread = Duration.ofNanos((long) (usual.toNanos() * (0.5 + random.getAsDouble())));
        Duration least = asked.filter(wish -> wish.compareTo(LONGEST_ASKED) < 0)
                .orElse(asked.isEmpty() ? Duration.ZERO : LONGEST_ASKED);
        return spread.compareTo(least) < 0 ? least : spread;
    }
}
