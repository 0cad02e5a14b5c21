package app.heirloom.library.gallery;

import java.time.Instant;

/**
 * By what one sees that nothing in a gallery has changed, without looking at what is known of its files.
 *
 * @param files how many photos and videos lie in the folder itself
 * @param sizeInBytes of all of them
 * @param states sum of {@link #state} of all of them, whatever their order: the newest time alone would hide that an older
 *     file was overwritten in place by one that is older still
 * @param folder when a name in the folder was last added, taken away or changed
 */
public record GalleryStamp(long files, long sizeInBytes, long states, Instant folder) {
    /** What one sees of a file as one number, scattered as in SplitMix64 (Steele and others, 2014). */
    public static long state(String name, long sizeInBytes, Instant modified) {
        return scattered(scattered(scattered(name.hashCode()) + sizeInBytes)
                + scattered(modified.getEpochSecond())
                + modified.getNano());
    }

    private static long scattered(long number) {
        long scattered = (number ^ (number >>> 30)) * 0xbf58476d1ce4e5b9L;
        scattered = (scattered ^ (scattered >>> 27)) * 0x94d049bb133111ebL;
        return scattered ^ (scattered >>> 31);
    }
}
