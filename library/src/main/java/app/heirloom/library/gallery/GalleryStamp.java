package app.heirloom.library.gallery;

import java.time.Instant;

/**
 * By what one sees that nothing in a gallery has changed, without looking at what is known of its files.
 *
 * @param files how many photos and videos lie in the folder itself
 * @param sizeInBytes of all of them
 * @param newest when the last of them was changed, in whole microseconds; 1970 for none
 * @param folder when a name in the folder was last added, taken away or changed
 */
public record GalleryStamp(long files, long sizeInBytes, Instant newest, Instant folder) {}
