package app.heirloom.library.asset;

/** How many assets of each type there are. */
public record AssetCounts(long images, long videos) {
    public long total() {
        return images + videos;
    }
}
