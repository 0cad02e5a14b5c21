package app.heirloom.library.duplicate;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Original;
import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.asset.grouping.LibraryId;
import app.heirloom.library.metadata.Exif;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of several duplicates, as the rules look at it that say which to keep.
 *
 * @param albums names of the albums it is in
 * @param captured when it was taken
 */
public record KeeperCandidate(
        AssetId id, File file, Exif exif, boolean favorite, Instant captured, List<String> albums) {
    public KeeperCandidate {
        albums = List.copyOf(albums);
    }

    /** An asset of this library. */
    public static KeeperCandidate of(Asset asset, Exif exif, List<String> albums) {
        Original original = asset.original();
        File file = new File(
                original.fileName(),
                original.key().path(),
                asset.state().grouping().library(),
                asset.appearance().dimensions(),
                original.sizeInBytes());
        return new KeeperCandidate(
                asset.id(), file, exif, asset.state().favorite(), asset.times().captured(), albums);
    }

    /**
     * Its original.
     *
     * @param path where the server keeps it
     * @param library null unless it is in an external library
     * @param dimensions null when unknown
     * @param sizeInBytes null when unknown
     */
    public record File(
            String name,
            String path,
            @Nullable LibraryId library,
            @Nullable Dimensions dimensions,
            @Nullable Long sizeInBytes) {}

    /** 0 when unknown. */
    long pixels() {
        return file.dimensions() == null ? 0 : file.dimensions().pixels();
    }

    /** 0 when unknown. */
    long sizeInBytes() {
        return file.sizeInBytes() == null ? 0 : file.sizeInBytes();
    }
}
