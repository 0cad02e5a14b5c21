package app.heirloom.immich.json.asset;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.user.Caller;
import java.util.Optional;

/** How much of an asset a caller is shown. */
public final class AssetShape {
    private AssetShape() {}

    /** As lists show it. */
    public static Object of(Caller caller, Asset asset, Optional<Exif> exif) {
        return caller.seesMetadata() ? AssetJson.of(seenBy(caller, asset), exif) : StrippedAssetJson.of(asset);
    }

    /** Whose favourites these are nobody else is told. */
    public static Asset seenBy(Caller caller, Asset asset) {
        return caller.isUser() && asset.owner().equals(caller.id())
                ? asset
                : asset.withState(asset.state().withFavorite(false));
    }
}
