package app.heirloom.immich.json.sync;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.sync.entity.SyncedAlbum;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An album.
 *
 * @param ownerId in SyncAlbumV1; SyncAlbumV2 leaves it to the album's users
 */
public record SyncAlbumJson(
        UUID id,
        @JsonInclude(Include.NON_NULL) @Nullable UUID ownerId,
        String name,
        String description,
        @Nullable UUID thumbnailAssetId,
        boolean isActivityEnabled,
        String order,
        Instant createdAt,
        Instant updatedAt) {

    public static SyncAlbumJson of(SyncedAlbum album) {
        return of(album, null);
    }

    public static SyncAlbumJson withOwner(SyncedAlbum album) {
        return of(album, album.owner().value());
    }

    private static SyncAlbumJson of(SyncedAlbum album, @Nullable UUID owner) {
        AssetId thumbnail = album.thumbnail();
        return new SyncAlbumJson(
                album.id().value(),
                owner,
                album.label().name(),
                album.label().description(),
                thumbnail == null ? null : thumbnail.value(),
                album.options().activityEnabled(),
                album.options().newestFirst() ? "desc" : "asc",
                album.times().created(),
                album.times().updated());
    }
}
