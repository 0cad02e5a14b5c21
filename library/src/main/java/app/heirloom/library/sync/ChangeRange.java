package app.heirloom.library.sync;

import app.heirloom.library.event.ChangeId;
import java.util.UUID;

/**
 * Which changes are wanted, the oldest first.
 *
 * @param after later than this one
 * @param before earlier than this one
 * @param limit at most so many
 */
public record ChangeRange(ChangeId after, ChangeId before, int limit) {
    /** Later than every change that ever happens. */
    public static final ChangeId END = new ChangeId(new UUID(-1, -1));

    /** The rest of this range. */
    public ChangeRange startingAfter(ChangeId newAfter) {
        return new ChangeRange(newAfter, before, limit);
    }
}
