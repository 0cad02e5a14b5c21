package app.heirloom.library.external.folder;

import app.heirloom.library.asset.BlobKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sidecar that belongs to an external asset.
 *
 * @param modified when the scan saw it last; null after it was written by ourselves
 */
public record SidecarFile(
        BlobKey key, long sizeInBytes, @Nullable Instant modified) {

    /** Whether the file that was found says nothing new. */
    public boolean isSameContent(SidecarFile found) {
        return sizeInBytes == found.sizeInBytes && (modified == null || modified.equals(found.modified));
    }
}
