package app.heirloom.library.sync.entity;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.person.FaceId;
import app.heirloom.library.person.PersonId;
import org.jspecify.annotations.Nullable;

/** A face as clients keep it. */
public record SyncedFace(FaceId id, AssetId asset, @Nullable PersonId person, Source source, Box box, boolean visible) {

    /** Where a face is known from. */
    public enum Source {
        MODEL,
        FILE,
        HAND
    }

    /** Pixels of an image of that size, which need not be the original's. */
    public record Box(int imageWidth, int imageHeight, int x1, int y1, int x2, int y2) {}
}
