package app.heirloom.library.metadata.extraction;

import app.heirloom.library.asset.AssetType;
import app.heirloom.library.metadata.MediaMetadata;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads what a file says of itself, from its headers and sidecar, without decoding the picture. */
public interface MetadataReader {
    /**
     * Reads the metadata; what is absent or malformed in the file is absent in the answer.
     *
     * @param original the file; its extension may lie, its content decides
     * @param sidecar XMP that overrules what the file says, field by field
     * @throws app.heirloom.library.error.HeirloomException UNREADABLE_MEDIA when the content is no image or video at
     *     all; the message says what it is instead
     */
    MediaMetadata read(Path original, AssetType type, @Nullable Path sidecar);

    /**
     * Reads what tells photos apart, which may be much faster: when it was taken, how large it is and how it is turned, and
     * its content identifier, all as {@link #read} finds them without a sidecar. All else may be absent.
     *
     * @throws app.heirloom.library.error.HeirloomException as {@link #read}
     */
    default MediaMetadata glance(Path original, AssetType type) {
        return read(original, type, null);
    }
}
