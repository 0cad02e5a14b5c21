package app.heirloom.library.external.folder;

import java.time.Instant;

/**
 * By what a scan sees that a file has changed without reading it.
 *
 * @param modified in whole microseconds, which is what databases keep
 */
public record FileStamp(long sizeInBytes, Instant modified) {}
