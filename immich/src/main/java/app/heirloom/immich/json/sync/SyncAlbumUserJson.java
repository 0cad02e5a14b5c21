package app.heirloom.immich.json.sync;

import app.heirloom.library.sync.entity.SyncedAlbumUser;
import java.util.Locale;
import java.util.UUID;

/** SyncAlbumUserV1: that a user belongs to an album. */
public record SyncAlbumUserJson(UUID albumId, UUID userId, String role) {
    public static SyncAlbumUserJson of(SyncedAlbumUser member) {
        return new SyncAlbumUserJson(
                member.album().value(),
                member.user().value(),
                member.role().name().toLowerCase(Locale.ROOT));
    }
}
