package app.heirloom.library.event;

import java.time.Instant;
import java.util.UUID;

/**
 * Orders changes as clients see them: a UUID version 7 (RFC 9562), taken inside a write, so that a greater id was
 * committed later. Every row that clients synchronise carries the id of its last change.
 */
public record ChangeId(UUID value) implements Comparable<ChangeId> {
    /** Less than every id that was ever taken. */
    public static final ChangeId NONE = new ChangeId(new UUID(0, 0));

    /** Less than every id that is taken then or later. */
    public static ChangeId earliestAt(Instant instant) {
        return new ChangeId(new UUID(instant.toEpochMilli() << 16, 0));
    }

    /** When the id was taken, in milliseconds. */
    public Instant instant() {
        return Instant.ofEpochMilli(value.getMostSignificantBits() >>> 16);
    }

    /** The least id that is greater. */
    public ChangeId next() {
        long low = value.getLeastSignificantBits() + 1;
        return new ChangeId(new UUID(value.getMostSignificantBits() + (low == 0 ? 1 : 0), low));
    }

    @Override
    public int compareTo(ChangeId other) {
        int high = Long.compareUnsigned(value.getMostSignificantBits(), other.value.getMostSignificantBits());
        return high != 0
                ? high
                : Long.compareUnsigned(value.getLeastSignificantBits(), other.value.getLeastSignificantBits());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
