package app.heirloom.library.remote;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetType;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.remote.asset.RemoteAsset;
import org.jspecify.annotations.Nullable;

/**
 * An asset of a photo server, as short as its comparison with a file allows.
 *
 * @param checksum of an external one perhaps that of its path
 */
public record HeldAsset(AssetId id, JoinKey key, Checksum checksum, Size size, Standing standing) {
    /**
     * How large it is; null where the server has not looked yet.
     *
     * @param dimensions upright
     */
    public record Size(@Nullable Long bytes, @Nullable Dimensions dimensions) {}

    /**
     * What became of it.
     *
     * @param external whether it is a file of an external library
     * @param hidden whether it is the motion video of a live photo
     */
    public record Standing(AssetType type, boolean trashed, boolean external, boolean hidden) {}

    public static HeldAsset of(RemoteAsset asset) {
        var original = asset.original();
        return new HeldAsset(
                asset.id(),
                JoinKey.of(original.fileName(), asset.times().captured()),
                original.checksum(),
                new Size(original.sizeInBytes(), original.dimensions()),
                new Standing(
                        original.type(),
                        asset.state().trashed(),
                        asset.isExternal(),
                        asset.state().visibility() == Visibility.HIDDEN));
    }
}
