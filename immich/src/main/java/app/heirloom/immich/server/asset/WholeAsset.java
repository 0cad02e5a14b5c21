package app.heirloom.immich.server.asset;

import app.heirloom.immich.Library;
import app.heirloom.immich.json.account.UserJson;
import app.heirloom.immich.json.asset.AssetJson;
import app.heirloom.immich.json.asset.AssetShape;
import app.heirloom.immich.json.asset.StrippedAssetJson;
import app.heirloom.immich.json.organise.StackJson;
import app.heirloom.immich.json.organise.TagJson;
import app.heirloom.immich.json.organise.WholeAssetJson;
import app.heirloom.library.asset.Asset;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.person.Person;
import app.heirloom.library.user.Caller;
import java.util.List;
import java.util.Optional;

/** Puts together all that a caller may know of one asset. Whether it is a favourite, tags and stack only its owner may. */
final class WholeAsset {
    private final Library library;

    WholeAsset(Library library) {
        this.library = library;
    }

    Object of(Caller caller, Asset asset) {
        return caller.seesMetadata()
                ? library.shelves().transactions().read(() -> whole(caller, asset))
                : StrippedAssetJson.of(asset);
    }

    private WholeAssetJson whole(Caller caller, Asset asset) {
        Library.Arranging arranging = library.organising().arranging();
        Exif exif = library.views().exifs().find(asset.id()).orElse(Exif.UNKNOWN);
        return new WholeAssetJson(
                AssetJson.of(AssetShape.seenBy(caller, asset), Optional.of(exif), people(caller, asset)),
                UserJson.of(library.shelves().users().get(asset.owner())),
                arranging.tags().listOf(caller, asset).stream().map(TagJson::of).toList(),
                arranging
                        .stacks()
                        .findOf(caller, asset)
                        .map(StackJson.SummaryJson::of)
                        .orElse(null));
    }

    /** Who is seen on it only its owner is told. */
    private List<Person> people(Caller caller, Asset asset) {
        return caller.isUser() && asset.owner().equals(caller.id())
                ? library.organising()
                        .faces()
                        .persons()
                        .listOfAssets(List.of(asset.id()))
                        .getOrDefault(asset.id(), List.of())
                : List.of();
    }
}
