package app.heirloom.library.album;

import app.heirloom.library.asset.AssetId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a member changes about an album; null fields stay as they are. */
public record AlbumEdit(
        @Nullable String name,
        @Nullable String description,
        @Nullable AssetId thumbnail,
        @Nullable Boolean activityEnabled,
        @Nullable Boolean newestFirst) {
    AlbumDetails over(AlbumDetails details) {
        return new AlbumDetails(
                Objects.requireNonNullElse(name, details.name()),
                Objects.requireNonNullElse(description, details.description()),
                Objects.requireNonNullElse(activityEnabled, details.activityEnabled()),
                Objects.requireNonNullElse(newestFirst, details.newestFirst()));
    }
}
