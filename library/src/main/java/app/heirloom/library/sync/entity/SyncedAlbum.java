package app.heirloom.library.sync.entity;

import app.heirloom.library.album.AlbumId;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.user.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An album as clients keep it. */
public record SyncedAlbum(
        AlbumId id, UserId owner, Label label, @Nullable AssetId thumbnail, Options options, Times times) {

    /** How it is called. */
    public record Label(String name, String description) {}

    /** How it behaves. */
    public record Options(boolean activityEnabled, boolean newestFirst) {}

    /** When it was made and changed. */
    public record Times(Instant created, Instant updated) {}
}
