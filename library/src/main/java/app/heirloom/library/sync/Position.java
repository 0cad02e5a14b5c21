package app.heirloom.library.sync;

import app.heirloom.library.event.ChangeId;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How far a client has come with one kind of entry. In a backfill, {@code change} is when the member joined the album.
 *
 * @param within how far within that album
 * @param complete whether all of that album
 */
public record Position(ChangeId change, @Nullable ChangeId within, boolean complete) {
    public static final Position START = at(ChangeId.NONE);

    private static final String SEPARATOR = "|";
    private static final String COMPLETE = "complete";
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    public static Position at(ChangeId change) {
        return new Position(change, null, false);
    }

    public static Position within(ChangeId joined, ChangeId change) {
        return new Position(joined, change, false);
    }

    public static Position completed(ChangeId joined) {
        return new Position(joined, null, true);
    }

    /** From what {@link #toString} gives; throws IllegalArgumentException for any other text. */
    public static Position parse(String text) {
        String[] parts = text.split(Pattern.quote(SEPARATOR), -1);
        if (parts.length == 1) {
            return at(change(parts[0]));
        }
        if (parts.length == 2) {
            ChangeId joined = change(parts[0]);
            return parts[1].equals(COMPLETE) ? completed(joined) : within(joined, change(parts[1]));
        }
        throw new IllegalArgumentException("no position: " + text);
    }

    /** As in {@code id}, {@code id|id} or {@code id|complete}. */
    @Override
    public String toString() {
        if (complete) {
            return change + SEPARATOR + COMPLETE;
        }
        return within == null ? change.toString() : change + SEPARATOR + within;
    }

    private static ChangeId change(String text) {
        if (!ID.matcher(text).matches()) {
            throw new IllegalArgumentException("no change id: " + text);
        }
        return new ChangeId(UUID.fromString(text));
    }
}
