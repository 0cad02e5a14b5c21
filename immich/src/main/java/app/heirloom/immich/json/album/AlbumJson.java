package app.heirloom.immich.json.album;

import app.heirloom.immich.json.account.UserJson;
import app.heirloom.library.album.Album;
import app.heirloom.library.album.AlbumContents.Span;
import app.heirloom.library.album.AlbumView;
import app.heirloom.library.album.content.Contribution;
import app.heirloom.library.asset.AssetId;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An album.
 *
 * @param albumUsers the owner first, then the caller
 * @param startDate absent when it is empty, as are endDate and lastModifiedAssetTimestamp
 * @param contributorCounts only where a single shared album is asked for
 * @param ownerId like owner and assets only for clients of version 2
 */
public record AlbumJson(
        UUID id,
        String albumName,
        String description,
        @Nullable UUID albumThumbnailAssetId,
        List<AlbumUserJson> albumUsers,
        long assetCount,
        boolean shared,
        boolean hasSharedLink,
        boolean isActivityEnabled,
        String order,
        Instant createdAt,
        Instant updatedAt,
        @JsonInclude(Include.NON_NULL) @Nullable LocalDateTime startDate,
        @JsonInclude(Include.NON_NULL) @Nullable LocalDateTime endDate,
        @JsonInclude(Include.NON_NULL) @Nullable Instant lastModifiedAssetTimestamp,
        @JsonInclude(Include.NON_NULL) @Nullable List<ContributionJson> contributorCounts,
        @JsonInclude(Include.NON_NULL) @Nullable UUID ownerId,
        @JsonInclude(Include.NON_NULL) @Nullable UserJson owner,
        @JsonInclude(Include.NON_NULL) @Nullable List<Object> assets) {
    /** What is told of an album besides itself; what is null is left out. */
    public record Extras(
            @Nullable List<Contribution> contributions,
            boolean owner,
            @Nullable List<Object> assets) {
        public static final Extras NONE = new Extras(null, false, null);
    }

    public static AlbumJson of(AlbumView view) {
        return of(view, Extras.NONE);
    }

    public static AlbumJson of(AlbumView view, Extras extras) {
        Album album = view.summary().album();
        AssetId thumbnail = album.thumbnail();
        Span span = view.summary().contents().span().orElse(null);
        List<Contribution> contributions = extras.contributions();
        UserJson owner = extras.owner() ? UserJson.of(view.members().getFirst().user()) : null;
        return new AlbumJson(
                album.id().value(),
                album.details().name(),
                album.details().description(),
                thumbnail == null ? null : thumbnail.value(),
                view.members().stream().map(AlbumUserJson::of).toList(),
                view.summary().contents().assets(),
                view.isShared(),
                view.summary().linked(),
                album.details().activityEnabled(),
                album.details().newestFirst() ? "desc" : "asc",
                album.created(),
                album.updated(),
                span == null ? null : span.start(),
                span == null ? null : span.end(),
                span == null ? null : span.lastModified(),
                contributions == null
                        ? null
                        : contributions.stream().map(ContributionJson::of).toList(),
                owner == null ? null : owner.id(),
                owner,
                extras.assets());
    }
}
