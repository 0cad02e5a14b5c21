package app.heirloom.immich.server.asset;

import app.heirloom.immich.Library;
import app.heirloom.immich.json.account.UserJson;
import app.heirloom.immich.json.asset.AssetJson;
import app.heirloom.immich.json.organise.StackJson;
import app.heirloom.immich.json.organise.TagJson;
import app.heirloom.immich.json.organise.WholeAssetJson;
import app.heirloom.library.asset.Asset;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.user.Caller;
import java.util.Optional;

/** Puts together all that a caller may know of one asset. Whether it is a favourite, tags and stack only its owner may. */
final class WholeAsset {
    private final Library library;

    WholeAsset(Library library) {
        this.library = library;
    }

    WholeAssetJson of(Caller caller, Asset asset) {
        return library.shelves().transactions().read(() -> {
            Library.Arranging arranging = library.organising().arranging();
            Exif exif = library.views().exifs().find(asset.id()).orElse(Exif.UNKNOWN);
            return new WholeAssetJson(
                    AssetJson.of(asSeenBy(caller, asset), Optional.of(exif)),
                    UserJson.of(library.entrance().accounts().get(asset.owner())),
                    arranging.tags().listOf(caller, asset).stream()
                            .map(TagJson::of)
                            .toList(),
                    arranging
                            .stacks()
                            .findOf(caller, asset)
                            .map(StackJson.SummaryJson::of)
                            .orElse(null));
        });
    }

    private static Asset asSeenBy(Caller caller, Asset asset) {
        boolean isOwn = caller.isUser() && asset.owner().equals(caller.id());
        return isOwn ? asset : asset.withState(asset.state().withFavorite(false));
    }
}
