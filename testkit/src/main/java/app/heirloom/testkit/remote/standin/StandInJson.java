package app.heirloom.testkit.remote.standin;

import app.heirloom.library.asset.Outcome;
import app.heirloom.library.metadata.Capture;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.metadata.ZoneName;
import app.heirloom.library.person.FaceBox;
import app.heirloom.library.remote.album.RemoteAlbum;
import app.heirloom.library.remote.asset.RemoteAsset;
import app.heirloom.library.remote.asset.RemoteTag;
import app.heirloom.library.remote.person.RemoteFace;
import app.heirloom.library.remote.person.RemotePerson;
import app.heirloom.testkit.remote.FakePhotoServer;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a stand-in has as servers of its version do.
 *
 * @param legacy as version 2.7: durations are texts, and assets know devices
 */
record StandInJson(boolean legacy) {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'");

    static StandInJson of(FakePhotoServer photos) {
        return new StandInJson(photos.account().server().isLegacy());
    }

    Map<String, @Nullable Object> asset(RemoteAsset asset, boolean withExif) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", asset.id().toString());
        json.put("ownerId", asset.owner().toString());
        json.put("type", asset.original().type().name());
        json.put(
                "createdAt",
                date(asset.times().created().atOffset(ZoneOffset.UTC).toLocalDateTime()));
        json.put(
                "updatedAt",
                date(asset.times().updated().atOffset(ZoneOffset.UTC).toLocalDateTime()));
        json.put(
                "fileCreatedAt",
                date(asset.times().captured().atOffset(ZoneOffset.UTC).toLocalDateTime()));
        json.put(
                "fileModifiedAt",
                date(asset.times().fileModified().atOffset(ZoneOffset.UTC).toLocalDateTime()));
        json.put("localDateTime", date(asset.times().local()));
        json.put("originalPath", asset.original().path());
        json.put("originalFileName", asset.original().fileName());
        json.put("checksum", asset.original().checksum().base64());
        json.put("duration", duration(asset.exif().frame().duration()));
        json.put("visibility", asset.state().visibility().name().toLowerCase(Locale.ROOT));
        json.put("isFavorite", asset.state().favorite());
        json.put("isTrashed", asset.state().trashed());
        json.put("isOffline", asset.state().offline());
        var grouping = asset.state().grouping();
        json.put("libraryId", text(grouping.library()));
        json.put("duplicateId", text(grouping.duplicateGroup()));
        json.put("livePhotoVideoId", text(grouping.livePhotoVideo()));
        var dimensions = asset.original().dimensions();
        if (legacy) {
            json.put("deviceAssetId", "x");
            json.put("deviceId", "y");
        } else {
            json.put("width", dimensions == null ? null : dimensions.width());
            json.put("height", dimensions == null ? null : dimensions.height());
        }
        if (withExif) {
            json.put("exifInfo", exif(asset));
        }
        return json;
    }

    private Map<String, @Nullable Object> exif(RemoteAsset asset) {
        Exif exif = asset.exif();
        var stored = Optional.ofNullable(exif.frame().dimensions())
                .orElse(asset.original().dimensions());
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("make", exif.camera().make());
        json.put("model", exif.camera().model());
        json.put("lensModel", exif.camera().lens());
        json.put("exifImageWidth", stored == null ? null : stored.width());
        json.put("exifImageHeight", stored == null ? null : stored.height());
        json.put("fileSizeInByte", asset.original().sizeInBytes());
        json.put("orientation", text(exif.frame().orientation()));
        json.put("dateTimeOriginal", instant(exif.capture()));
        json.put("timeZone", exif.capture().zone());
        json.put(
                "latitude",
                exif.coordinates() == null ? null : exif.coordinates().latitude());
        json.put(
                "longitude",
                exif.coordinates() == null ? null : exif.coordinates().longitude());
        json.put("city", exif.location().place().city());
        json.put("country", exif.location().place().country());
        json.put("description", exif.caption().description());
        json.put(
                "rating",
                exif.caption().rating() == null && legacy
                        ? Integer.valueOf(0)
                        : exif.caption().rating());
        return json;
    }

    private static @Nullable String instant(Capture capture) {
        if (capture.local() == null) {
            return null;
        }
        ZoneId zone =
                Optional.ofNullable(capture.zone()).flatMap(ZoneName::parse).orElse(ZoneOffset.UTC);
        return capture.local().atZone(zone).toInstant().toString().replace("Z", "+00:00");
    }

    private @Nullable Object duration(@Nullable Duration duration) {
        if (!legacy) {
            return duration == null ? null : duration.toMillis();
        }
        Duration length = duration == null ? Duration.ZERO : duration;
        return String.format(
                Locale.ROOT,
                "%d:%02d:%02d.%06d",
                length.toHours(),
                length.toMinutesPart(),
                length.toSecondsPart(),
                length.toNanosPart() / 1_000);
    }

    Map<String, @Nullable Object> album(RemoteAlbum album) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", album.id().toString());
        json.put("albumName", album.name());
        json.put("description", album.description());
        json.put("assetCount", album.assets());
        if (legacy) {
            json.put("ownerId", album.owner().toString());
        } else {
            json.put(
                    "albumUsers",
                    List.of(Map.of(
                            "role", "owner", "user", Map.of("id", album.owner().toString()))));
        }
        return json;
    }

    static Map<String, @Nullable Object> tag(RemoteTag tag) {
        return Map.of("id", tag.id().toString(), "value", tag.path());
    }

    static Map<String, @Nullable Object> person(RemotePerson person) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", person.id().toString());
        json.put("name", person.name());
        json.put("birthDate", text(person.birthDate()));
        json.put("isHidden", person.hidden());
        json.put("isFavorite", person.favorite());
        return json;
    }

    static Map<String, @Nullable Object> face(RemoteFace face) {
        FaceBox box = face.box();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", face.id().toString());
        json.put("imageWidth", box.image().width());
        json.put("imageHeight", box.image().height());
        json.put("boundingBoxX1", box.left());
        json.put("boundingBoxY1", box.top());
        json.put("boundingBoxX2", box.right());
        json.put("boundingBoxY2", box.bottom());
        json.put(
                "sourceType",
                switch (face.source()) {
                    case MODEL -> "machine-learning";
                    case FILE -> "exif";
                    case HAND -> "manual";
                });
        json.put("person", face.person() == null ? null : person(face.person()));
        return json;
    }

    static Map<String, @Nullable Object> outcome(Outcome outcome) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        UUID id = outcome.id();
        json.put("id", id.toString());
        json.put("success", outcome.refusal() == null);
        if (outcome.refusal() != null) {
            json.put("error", outcome.refusal().name().toLowerCase(Locale.ROOT));
        }
        return json;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static String date(LocalDateTime date) {
        return DATE.format(date);
    }
}
