package app.heirloom.library.asset;

import java.time.Instant;
import java.time.LocalDateTime;

/**
 * When things happened to an asset.
 *
 * @param captured the exact instant of capture; until metadata is read, what the uploader said
 * @param local the wall clock at the place of capture, which the timeline is ordered by
 * @param fileModified the modification time of the file on the device it came from
 * @param created when the asset came into the library
 * @param updated when it last changed here
 */
public record AssetTimes(
        Instant captured, LocalDateTime local, Instant fileModified, Instant created, Instant updated) {

    public AssetTimes withFileModified(Instant newFileModified) {
        return new AssetTimes(captured, local, newFileModified, created, updated);
    }
}
