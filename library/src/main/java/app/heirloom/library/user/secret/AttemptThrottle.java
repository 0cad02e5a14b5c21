package app.heirloom.library.user.secret;

import app.heirloom.library.error.ErrorCode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows guessing down. So many attempts are free; after them each must wait, twice as long every time. An attempt counts
 * from its beginning, so that many at once get no further than one after the other.
 */
public final class AttemptThrottle {
    /** Beyond this number of subjects the longest idle are forgotten, so that strangers cannot fill the memory. */
    private static final int MAX_SUBJECTS = 10_000;

    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    /** Who did not try for so long starts anew. */
    private static final Duration MEMORY = Duration.ofHours(1);

    private final int free;
    private final Duration longestWait;
    private final InstantSource clock;
    private final Map<String, Trail> trails = new LinkedHashMap<>();

    private record Trail(int attempts, Instant last) {}

    /** The longest wait may be an hour, since that is how long attempts are remembered. */
    public AttemptThrottle(int free, Duration longestWait, InstantSource clock) {
        this.free = free;
        this.longestWait = longestWait;
        this.clock = clock;
    }

    /** Counts an attempt on the subject; fails as TOO_MANY_ATTEMPTS, without counting, while it has to wait. */
    public synchronized void begin(String subject) {
        Instant now = clock.instant();
        Trail trail = trails.getOrDefault(subject, new Trail(0, now));
        int attempts = trail.last().plus(MEMORY).isBefore(now) ? 0 : trail.attempts();
        Duration wait = Duration.between(now, trail.last().plus(waitAfter(attempts)));
        if (wait.isPositive()) {
            throw ErrorCode.TOO_MANY_ATTEMPTS.exception(
                    "Too many attempts. Try again in " + (wait.toSeconds() + 1) + " seconds.");
        }
        note(subject, new Trail(attempts + 1, now));
    }

    /** The subject is who it says: all is forgotten. */
    public synchronized void forget(String subject) {
        trails.remove(subject);
    }

    /** One attempt was none, but those before it still count. */
    public synchronized void forgive(String subject) {
        trails.computeIfPresent(subject, (key, trail) -> new Trail(trail.attempts() - 1, trail.last()));
    }

    /** How many subjects are remembered. */
    synchronized int size() {
        return trails.size();
    }

    private void note(String subject, Trail trail) {
        trails.remove(subject); // to the end of the order
        trails.put(subject, trail);
        if (trails.size() > MAX_SUBJECTS) {
            trails.remove(trails.keySet().iterator().next());
        }
    }

    private Duration waitAfter(int attempts) {
        if (attempts < free) {
            return Duration.ZERO;
        }
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(attempts - free, 30));
        return wait.compareTo(longestWait) < 0 ? wait : longestWait;
    }
}
