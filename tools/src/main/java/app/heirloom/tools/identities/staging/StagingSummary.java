package app.heirloom.tools.identities.staging;

import java.time.Duration;
import java.util.List;

/**
 * What a run did.
 *
 * @param listed assets that the server listed; the counts of outcomes add up to it
 * @param before those of them of which an earlier run knew what became
 * @param notes what does not agree, in sentences
 */
public record StagingSummary(
        long listed, long before, Staged staged, Skipped skipped, List<String> notes, Duration elapsed) {
    public StagingSummary {
        notes = List.copyOf(notes);
    }

    /**
     * Of assets with a face that is large enough.
     *
     * @param pictures that were downloaded
     * @param known whose picture is in the cache of faces
     * @param duplicates whose picture was staged from another asset
     * @param failed that could not be had; the next run tries again
     */
    public record Staged(long pictures, long known, long duplicates, long failed) {}

    /**
     * Of the others.
     *
     * @param small whose faces are all too small
     * @param faceless without a face
     * @param leftOut videos, files that the server lost, and its own previews
     */
    public record Skipped(long small, long faceless, long leftOut) {}

    /** What the outcomes add up to. */
    public long sum() {
        return before
                + staged.pictures
                + staged.known
                + staged.duplicates
                + staged.failed
                + skipped.small
                + skipped.faceless
                + skipped.leftOut;
    }
}
