package app.heirloom.immich.json.asset;

import app.heirloom.immich.json.WireNames;
import app.heirloom.immich.json.people.PersonJson;
import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.MediaFormat;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.asset.appearance.ThumbHash;
import app.heirloom.library.asset.grouping.DuplicateGroupId;
import app.heirloom.library.asset.grouping.LibraryId;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.person.Person;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An asset.
 *
 * @param duration of a video, in milliseconds
 * @param resized obsolete; clients of version 2 want it true
 * @param people empty unless asked for
 * @param exifInfo absent unless asked for
 */
public record AssetJson(
        UUID id,
        UUID ownerId,
        String type,
        Instant createdAt,
        Instant updatedAt,
        Instant fileCreatedAt,
        Instant fileModifiedAt,
        LocalDateTime localDateTime,
        String originalPath,
        String originalFileName,
        String originalMimeType,
        String checksum,
        @Nullable String thumbhash,
        @Nullable Long duration,
        @Nullable Integer width,
        @Nullable Integer height,
        boolean isFavorite,
        boolean isArchived,
        boolean isTrashed,
        boolean isOffline,
        boolean isEdited,
        boolean hasMetadata,
        String visibility,
        @Nullable UUID libraryId,
        @Nullable UUID livePhotoVideoId,
        @Nullable UUID duplicateId,
        boolean resized,
        List<PersonJson> people,
        @JsonInclude(Include.NON_NULL) @Nullable ExifJson exifInfo) {

    /** With as much as is asked for. */
    public static AssetJson of(Asset asset, Optional<Exif> exif) {
        return of(asset, exif, List.of());
    }

    /** With the people who are seen on it, of whom only its owner may know. */
    public static AssetJson of(Asset asset, Optional<Exif> exif, List<Person> people) {
        Dimensions dimensions = asset.appearance().dimensions();
        Duration duration = asset.appearance().duration();
        ThumbHash thumbhash = asset.appearance().thumbhash();
        LibraryId library = asset.state().grouping().library();
        DuplicateGroupId duplicateGroup = asset.state().grouping().duplicateGroup();
        AssetId livePhotoVideo = asset.state().livePhotoVideo();
        return new AssetJson(
                asset.id().value(),
                asset.owner().value(),
                asset.type().name(),
                asset.times().created(),
                asset.times().updated(),
                asset.times().captured(),
                asset.times().fileModified(),
                asset.times().local(),
                asset.original().key().path(),
                asset.original().fileName(),
                MediaFormat.get(asset.original().fileName()).mimeType(),
                asset.original().checksum().base64(),
                thumbhash == null ? null : thumbhash.base64(),
                duration == null ? null : duration.toMillis(),
                dimensions == null ? null : dimensions.width(),
                dimensions == null ? null : dimensions.height(),
                asset.state().favorite(),
                asset.state().visibility() == Visibility.ARCHIVE,
                asset.state().trashed() != null,
                asset.state().offline(),
                false,
                true,
                WireNames.of(asset.state().visibility()),
                library == null ? null : library.value(),
                livePhotoVideo == null ? null : livePhotoVideo.value(),
                duplicateGroup == null ? null : duplicateGroup.value(),
                true,
                people.stream().map(PersonJson::of).toList(),
                exif.map(found -> ExifJson.of(asset, found)).orElse(null));
    }
}
