package app.heirloom.immich.server.sync;

import app.heirloom.library.sync.Deletion;
import app.heirloom.library.sync.entity.SyncEntity;
import java.util.Map;
import java.util.Objects;

/** What the wire says of things that are gone: which they were. */
final class Deletions {
    private Deletions() {}

    static Map<String, Object> record(SyncEntity entity, Deletion deletion) {
        return switch (entity) {
            case USER_DELETION -> Map.of("userId", deletion.id());
            case ASSET_DELETION -> Map.of("assetId", deletion.id());
            case STACK_DELETION -> Map.of("stackId", deletion.id());
            case ALBUM_DELETION -> Map.of("albumId", deletion.id());
            case ALBUM_USER_DELETION -> Map.of("albumId", deletion.id(), "userId", second(deletion));
            case ALBUM_LINK_DELETION -> Map.of("albumId", deletion.id(), "assetId", second(deletion));
            case PERSON_DELETION -> Map.of("personId", deletion.id());
            case FACE_DELETION -> Map.of("assetFaceId", deletion.id());
            case USER_DOCUMENT_DELETION -> Map.of("userId", deletion.id(), "key", key(deletion));
            case ASSET_DOCUMENT_DELETION -> Map.of("assetId", deletion.id(), "key", key(deletion));
            default -> throw new IllegalArgumentException(entity + " is no deletion");
        };
    }

    private static Object second(Deletion deletion) {
        return Objects.requireNonNull(deletion.secondId());
    }

    private static String key(Deletion deletion) {
        return Objects.requireNonNull(deletion.key());
    }
}
