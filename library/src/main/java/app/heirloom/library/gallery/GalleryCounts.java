package app.heirloom.library.gallery;

/**
 * How much is indexed.
 *
 * @param failed files whose last attempt failed
 */
public record GalleryCounts(long galleries, long files, long failed, long contents, long sizeInBytes) {}
