package app.heirloom.tools.gallery;

/**
 * What a run did.
 *
 * @param unreadable folders and files that could not be looked at
 * @param bytesRead from the files that were opened
 * @param faces that models found in what is new
 */
public record IndexSummary(
        Galleries galleries, Skipped skipped, Photos photos, int unreadable, long bytesRead, long faces) {
    /**
     * Folders.
     *
     * @param indexed of which something was looked at
     * @param unchanged of which nothing was looked at
     * @param left which another worker has
     * @param forgotten whose folders are gone
     */
    public record Galleries(int indexed, int unchanged, int left, int forgotten) {}

    /**
     * Photos that were not opened.
     *
     * @param inUnchanged in galleries that have not changed
     * @param inLeft in galleries that another worker has
     * @param unchanged of the same size, time and inode as before
     */
    public record Skipped(long inUnchanged, long inLeft, long unchanged) {}

    /**
     * Photos that were opened, or wanted to be.
     *
     * @param known whose content was known, from here or elsewhere
     * @param recognized whose content is new, or new to a model
     * @param failed which could not be read or decoded; the next run tries them again
     * @param vanished while the run went on
     */
    public record Photos(long known, long recognized, long failed, long vanished) {}

    /** All that the walk found; the other counters add up to it. */
    public long found() {
        return skipped.inUnchanged
                + skipped.inLeft
                + skipped.unchanged
                + photos.known
                + photos.recognized
                + photos.failed
                + photos.vanished;
    }
}
