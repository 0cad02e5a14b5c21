package app.heirloom.immich.json.asset;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.person.Person;
import app.heirloom.library.user.Caller;
import java.util.List;
import java.util.Optional;

/** How much of an asset a caller is shown. */
public final class AssetShape {
    private AssetShape() {}

    /** As lists show it. */
    public static Object of(Caller caller, Asset asset, Optional<Exif> exif) {
        return of(caller, asset, exif, List.of());
    }

    /** The same, with the people who are seen on it, of whom only its owner may know. */
    public static Object of(Caller caller, Asset asset, Optional<Exif> exif, List<Person> people) {
        return caller.seesMetadata() ? AssetJson.of(seenBy(caller, asset), exif, people) : StrippedAssetJson.of(asset);
    }

    /** Whose favourites these are, and that there are others like them, nobody else is told. */
    public static Asset seenBy(Caller caller, Asset asset) {
        return caller.isUser() && asset.owner().equals(caller.id())
                ? asset
                : asset.withState(asset.state().forOthers());
    }
}
