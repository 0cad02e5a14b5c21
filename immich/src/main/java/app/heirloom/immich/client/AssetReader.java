package app.heirloom.immich.client;

import app.heirloom.immich.client.transport.Answer;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetTimes;
import app.heirloom.library.asset.AssetType;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.asset.grouping.DuplicateGroupId;
import app.heirloom.library.asset.grouping.LibraryId;
import app.heirloom.library.asset.grouping.StackId;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.remote.asset.RemoteAsset;
import app.heirloom.library.remote.asset.RemoteOriginal;
import app.heirloom.library.remote.asset.RemoteState;
import app.heirloom.library.remote.asset.RemoteState.Grouping;
import app.heirloom.library.remote.asset.WholeRemoteAsset;
import app.heirloom.library.user.UserId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads assets as servers of either version write them. */
final class AssetReader {
    private AssetReader() {}

    static WholeRemoteAsset readWhole(Answer json) {
        return new WholeRemoteAsset(
                read(json),
                json.list("tags").stream().map(ImmichTags::read).toList(),
                json.list("people").stream().map(ImmichPeople::read).toList());
    }

    static RemoteAsset read(Answer json) {
        Optional<Answer> exifInfo = json.findObject("exifInfo");
        Exif exif = exifInfo.map(found -> ExifReader.read(json, found)).orElse(Exif.UNKNOWN);
        return new RemoteAsset(
                new AssetId(json.uuid("id")),
                new UserId(json.uuid("ownerId")),
                original(json, exifInfo, exif),
                times(json),
                exif,
                state(json));
    }

    private static RemoteOriginal original(Answer json, Optional<Answer> exifInfo, Exif exif) {
        Dimensions own = ExifReader.dimensions(json, "width", "height");
        return new RemoteOriginal(
                json.text("originalFileName"),
                json.findText("originalPath").orElse(""),
                type(json),
                json.parsed("checksum", json.text("checksum"), Checksum::parse),
                exifInfo.flatMap(found -> found.findNumber("fileSizeInByte"))
                        .map(Number::longValue)
                        .orElse(null),
                own != null ? own : exif.frame().upright());
    }

    /** What a newer server may have besides counts as an image. */
    static AssetType type(Answer json) {
        return json.text("type").equals("VIDEO") ? AssetType.VIDEO : AssetType.IMAGE;
    }

    private static AssetTimes times(Answer json) {
        Instant captured = json.instant("fileCreatedAt");
        LocalDateTime local = json.findInstant("localDateTime")
                .orElse(captured)
                .atOffset(ZoneOffset.UTC)
                .toLocalDateTime();
        Instant created = json.findInstant("createdAt").orElse(captured);
        return new AssetTimes(
                captured,
                local,
                json.findInstant("fileModifiedAt").orElse(captured),
                created,
                json.findInstant("updatedAt").orElse(created));
    }

    private static RemoteState state(Answer json) {
        return new RemoteState(
                visibility(json),
                json.flag("isFavorite"),
                json.flag("isTrashed"),
                json.flag("isOffline"),
                new Grouping(
                        orNull(json.findUuid("libraryId").map(LibraryId::new)),
                        orNull(json.findUuid("duplicateId").map(DuplicateGroupId::new)),
                        orNull(json.findUuid("livePhotoVideoId").map(AssetId::new)),
                        orNull(json.findObject("stack").map(stack -> new StackId(stack.uuid("id"))))));
    }

    private static Visibility visibility(Answer json) {
        return switch (json.findText("visibility").orElse(json.flag("isArchived") ? "archive" : "timeline")) {
            case "archive" -> Visibility.ARCHIVE;
            case "hidden" -> Visibility.HIDDEN;
            case "locked" -> Visibility.LOCKED;
            default -> Visibility.TIMELINE;
        };
    }

    private static <T> @Nullable T orNull(Optional<T> value) {
        return value.orElse(null);
    }
}
