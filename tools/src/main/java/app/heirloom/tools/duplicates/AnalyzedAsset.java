package app.heirloom.tools.duplicates;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.asset.grouping.LibraryId;
import app.heirloom.library.duplicate.merge.MetadataScore;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A member of a duplicate group, as it was when it was analysed.
 *
 * @param updated when the server had last changed it
 * @param albums names of the albums it was in
 */
public record AnalyzedAsset(
        AssetId id, File file, MetadataScore score, Instant updated, boolean favorite, List<String> albums) {
    public AnalyzedAsset {
        albums = List.copyOf(albums);
    }

    /**
     * Its original.
     *
     * @param name any text at all: make it safe before it names a file
     * @param library null unless it is in an external library
     * @param sizeInBytes null when unknown
     * @param dimensions null when unknown
     */
    public record File(
            String name,
            String path,
            Checksum checksum,
            @Nullable LibraryId library,
            @Nullable Long sizeInBytes,
            @Nullable Dimensions dimensions) {}

    public boolean isExternal() {
        return file.library() != null;
    }
}
