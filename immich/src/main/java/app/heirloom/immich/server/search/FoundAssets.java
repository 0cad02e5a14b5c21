package app.heirloom.immich.server.search;

import app.heirloom.immich.json.asset.AssetJson;
import app.heirloom.immich.json.asset.BareAssetJson;
import app.heirloom.library.asset.Asset;
import app.heirloom.library.search.FoundAsset;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.Caller.Credential.OfSharedLink;
import app.heirloom.library.user.LinkPass;
import java.util.List;

/** What a caller is shown of the assets that it found. */
final class FoundAssets {
    private FoundAssets() {}

    /** The holder of a link without metadata sees pictures and nothing else. */
    static List<?> of(List<FoundAsset> found, Caller caller) {
        return caller.credential() instanceof OfSharedLink(LinkPass pass) && !pass.metadata()
                ? found.stream().map(FoundAsset::asset).map(BareAssetJson::of).toList()
                : found.stream().map(hit -> of(hit, caller)).toList();
    }

    static AssetJson of(FoundAsset hit, Caller caller) {
        return AssetJson.of(asFor(caller, hit.asset()), hit.exif());
    }

    /** Others need not know what the owner likes. */
    private static Asset asFor(Caller caller, Asset asset) {
        boolean isOwn = caller.isUser() && asset.owner().equals(caller.id());
        return isOwn || !asset.state().favorite()
                ? asset
                : asset.withState(asset.state().withFavorite(false));
    }
}
