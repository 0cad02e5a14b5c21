package app.heirloom.library.external;

/** What lies in an external library, without what is in the trash; motion videos of live photos only take space. */
public record LibraryStatistics(long photos, long videos, long usageInBytes) {
    public static final LibraryStatistics NONE = new LibraryStatistics(0, 0, 0);

    public long total() {
        return photos + videos;
    }
}
