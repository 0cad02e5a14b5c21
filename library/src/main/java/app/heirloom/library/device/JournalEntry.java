package app.heirloom.library.device;

import app.heirloom.library.asset.AssetId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of a device's journal, which only grows.
 *
 * @param path of the file whose deletion it is about; null for what is about a whole run
 * @param note more, for people
 */
public record JournalEntry(
        RunId run,
        Instant time,
        Step step,
        @Nullable String path,
        @Nullable AssetId asset,
        @Nullable String note) {

    /** What happened. {@link #PLANNED} is written before anything is done, the others once they are seen to be done. */
    public enum Step {
        /** A run that only tells. */
        REHEARSED,
        /** A run that was over its limit, and did nothing. */
        HELD,
        PLANNED,
        TAGGED,
        TRASHED,
        RESTORED,
        FAILED
    }
}
