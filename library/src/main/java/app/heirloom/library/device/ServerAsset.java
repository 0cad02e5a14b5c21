package app.heirloom.library.device;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetType;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.remote.JoinKey;
import app.heirloom.library.remote.asset.RemoteAsset;
import org.jspecify.annotations.Nullable;

/** An asset as the last listing of the server had it. */
public record ServerAsset(AssetId id, JoinKey key, Checksum checksum, Size size, Standing standing) {
    /**
     * How large it is; null where the server has not looked yet.
     *
     * @param dimensions upright
     */
    public record Size(@Nullable Long bytes, @Nullable Dimensions dimensions) {}

    /**
     * What became of it.
     *
     * @param external whether it is a file of an external library, whose checksum may be that of its path
     * @param hidden whether it is the motion video of a live photo
     */
    public record Standing(AssetType type, boolean trashed, boolean external, boolean hidden) {}

    public static ServerAsset of(RemoteAsset asset) {
        var original = asset.original();
        return new ServerAsset(
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
