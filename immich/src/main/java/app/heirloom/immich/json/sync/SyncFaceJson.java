package app.heirloom.immich.json.sync;

import app.heirloom.library.person.PersonId;
import app.heirloom.library.sync.entity.SyncedFace;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * SyncAssetFaceV2: a face.
 *
 * @param deletedAt always null: what is deleted is told as such
 */
public record SyncFaceJson(
        UUID id,
        UUID assetId,
        @Nullable UUID personId,
        int imageWidth,
        int imageHeight,
        int boundingBoxX1,
        int boundingBoxY1,
        int boundingBoxX2,
        int boundingBoxY2,
        String sourceType,
        boolean isVisible,
        @Nullable Instant deletedAt) {

    public static SyncFaceJson of(SyncedFace face) {
        PersonId person = face.person();
        SyncedFace.Box box = face.box();
        return new SyncFaceJson(
                face.id().value(),
                face.asset().value(),
                person == null ? null : person.value(),
                box.imageWidth(),
                box.imageHeight(),
                box.x1(),
                box.y1(),
                box.x2(),
                box.y2(),
                source(face.source()),
                face.visible(),
                null);
    }

    private static String source(SyncedFace.Source source) {
        return switch (source) {
            case MODEL -> "machine-learning";
            case FILE -> "exif";
            case HAND -> "manual";
        };
    }
}
