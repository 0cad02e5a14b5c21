package app.heirloom.library.identity;

import app.heirloom.library.face.FaceQuality;
import app.heirloom.library.identity.picture.FaceKey;
import app.heirloom.library.identity.picture.FacePlace;
import app.heirloom.library.identity.picture.PicturedFace;
import org.jspecify.annotations.Nullable;

/**
 * A face of an identity set.
 *
 * @param distance cosine distance from the anchor that it came with
 * @param from the number of the set that it came with; another one than the set's when two were merged
 * @param crop its cut-out, relative to the set's folder; none before the export, and for the likes of a better one
 */
public record SetFace(
        FaceKey key,
        FacePlace place,
        FaceQuality quality,
        double distance,
        int from,
        @Nullable String crop) {
    static SetFace of(PicturedFace face, Anchor anchor) {
        double distance = 1 - anchor.embedding().similarity(face.embedding());
        return new SetFace(face.key(), FacePlace.of(face), face.quality(), distance, anchor.set(), null);
    }

    public SetFace withCrop(@Nullable String newCrop) {
        return new SetFace(key, place, quality, distance, from, newCrop);
    }

    SetFace from(int set) {
        return new SetFace(key, place, quality, distance, set, crop);
    }

    /** How well the face shows its person, 0 to 1: how good it is, and how near to the middle of the set. */
    public double merit() {
        return quality.merit() * Math.max(0, 1 - distance);
    }
}
