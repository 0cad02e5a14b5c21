package app.heirloom.library.event;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;

/**
 * Hands out strictly increasing {@link ChangeId}s, also when the system clock stands still or goes back: the 12 bits
 * after the version and, beyond them, the millisecond itself serve as a counter (RFC 9562, section 6.2, method 1).
 */
public final class ChangeClock {
    private static final int COUNTER_BITS = 12;

    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    /** The last taken time and counter: milliseconds in the upper bits, the counter in the lower twelve. */
    private long last;

    public ChangeClock(InstantSource clock, ChangeId newest) {
        this.clock = clock;
        long high = newest.value().getMostSignificantBits();
        this.last = (high >>> 16 << COUNTER_BITS) | (high & 0xFFF);
    }

    /** The next id, greater than all before. */
    public synchronized ChangeId next() {
        last = Math.max(last + 1, clock.millis() << COUNTER_BITS);
        long high = (last >>> COUNTER_BITS << 16) | 0x7000 | (last & 0xFFF);
        long low = (random.nextLong() >>> 2) | 0x8000_0000_0000_0000L;
        return new ChangeId(new UUID(high, low));
    }
}
