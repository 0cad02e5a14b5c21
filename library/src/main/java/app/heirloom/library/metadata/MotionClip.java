package app.heirloom.library.metadata;

/**
 * A video that lies inside a still's own file (Samsung, Google and others' motion photos).
 *
 * @param offset of its first byte in the file
 * @param sizeInBytes of the clip
 */
public record MotionClip(long offset, long sizeInBytes) {}
