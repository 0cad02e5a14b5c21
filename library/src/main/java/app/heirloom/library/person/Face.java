package app.heirloom.library.person;

import app.heirloom.library.asset.AssetId;
import org.jspecify.annotations.Nullable;

/**
 * A face on an asset.
 *
 * @param person whose face it is, if anybody knows
 * @param label what the file calls it; null for faces from elsewhere
 */
public record Face(
        FaceId id,
        AssetId asset,
        @Nullable PersonId person,
        FaceSource source,
        FaceBox box,
        @Nullable String label) {
    /** As a model found it, of nobody yet. */
    public static Face found(AssetId asset, FaceBox box) {
        return new Face(FaceId.random(), asset, null, FaceSource.MODEL, box, null);
    }

    public static Face drawn(AssetId asset, PersonId person, FaceBox box) {
        return new Face(FaceId.random(), asset, person, FaceSource.HAND, box, null);
    }

    public static Face read(AssetId asset, PersonId person, FaceBox box, String label) {
        return new Face(FaceId.random(), asset, person, FaceSource.FILE, box, label);
    }
}
