package app.heirloom.immich.server.search;

import app.heirloom.immich.json.asset.AssetJson;
import app.heirloom.immich.json.asset.AssetList;
import app.heirloom.immich.json.asset.BareAssetJson;
import app.heirloom.immich.json.asset.SearchResultJson;
import app.heirloom.immich.server.http.Answer;
import app.heirloom.immich.server.http.JsonAnswer;
import app.heirloom.library.asset.Asset;
import app.heirloom.library.search.FoundAsset;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.Caller.Credential.OfSharedLink;
import app.heirloom.library.user.LinkPass;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a caller is shown of the assets that it found. */
final class FoundAssets {
    private FoundAssets() {}

    static Answer list(List<FoundAsset> found, Caller caller) {
        return isBare(caller) ? Answer.ok(bare(found)) : JsonAnswer.ofText(AssetList.write(asFor(caller, found)));
    }

    static Answer page(List<FoundAsset> found, Caller caller, @Nullable String nextPage, @Nullable String nextCursor) {
        return isBare(caller)
                ? Answer.ok(SearchResultJson.of(bare(found), nextPage, nextCursor))
                : JsonAnswer.ofText(AssetList.writePage(asFor(caller, found), nextPage, nextCursor));
    }

    /** The holder of a link without metadata sees pictures and nothing else. */
    private static boolean isBare(Caller caller) {
        return caller.credential() instanceof OfSharedLink(LinkPass pass) && !pass.metadata();
    }

    private static List<BareAssetJson> bare(List<FoundAsset> found) {
        return found.stream().map(FoundAsset::asset).map(BareAssetJson::of).toList();
    }

    private static List<FoundAsset> asFor(Caller caller, List<FoundAsset> found) {
        return found.stream()
                .map(hit -> new FoundAsset(asFor(caller, hit.asset()), hit.exif()))
                .toList();
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
