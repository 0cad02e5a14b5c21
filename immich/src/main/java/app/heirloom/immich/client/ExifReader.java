package app.heirloom.immich.client;

import app.heirloom.immich.client.transport.Answer;
import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.metadata.Camera;
import app.heirloom.library.metadata.Caption;
import app.heirloom.library.metadata.Capture;
import app.heirloom.library.metadata.Coordinates;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.metadata.Exposure;
import app.heirloom.library.metadata.Frame;
import app.heirloom.library.metadata.Location;
import app.heirloom.library.metadata.Place;
import app.heirloom.library.metadata.ZoneName;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the metadata of an asset. Empty texts, which servers write for what is unknown, are absent. */
final class ExifReader {
    private final Answer asset;
    private final Answer json;

    private ExifReader(Answer asset, Answer json) {
        this.asset = asset;
        this.json = json;
    }

    static Exif read(Answer asset, Answer exifInfo) {
        return new ExifReader(asset, exifInfo).read();
    }

    private Exif read() {
        return new Exif(
                new Camera(text("make"), text("model"), text("lensModel")),
                new Exposure(decimal("fNumber"), text("exposureTime"), decimal("focalLength"), integer("iso")),
                capture(),
                new Location(coordinates(), new Place(text("city"), text("state"), text("country"))),
                new Caption(json.findText("description").orElse(""), rating(), List.of()),
                new Frame(
                        dimensions(json, "exifImageWidth", "exifImageHeight"),
                        orientation(),
                        duration(),
                        null,
                        text("projectionType")));
    }

    /** The instant comes as such, beside the zone in which it was read off the clock. */
    private Capture capture() {
        String zone = text("timeZone");
        ZoneId place = Optional.ofNullable(zone).flatMap(ZoneName::parse).orElse(ZoneOffset.UTC);
        LocalDateTime local = json.findInstant("dateTimeOriginal")
                .map(instant -> LocalDateTime.ofInstant(instant, place))
                .orElse(null);
        Optional<Instant> modified = json.findInstant("modifyDate");
        return new Capture(
                local,
                zone,
                modified.map(instant -> LocalDateTime.ofInstant(instant, ZoneOffset.UTC))
                        .orElse(null));
    }

    private @Nullable Coordinates coordinates() {
        Double latitude = decimal("latitude");
        Double longitude = decimal("longitude");
        if (latitude == null || longitude == null) {
            return null;
        }
        try {
            return new Coordinates(latitude, longitude);
        } catch (IllegalArgumentException e) {
            return null; // servers take over what files say
        }
    }

    /** Version 2 writes 0 for what is not rated. */
    private @Nullable Integer rating() {
        Integer rating = integer("rating");
        return rating == null || rating == 0 ? null : rating;
    }

    private @Nullable Integer orientation() {
        String orientation = text("orientation");
        return orientation != null && orientation.matches("[1-8]") ? Integer.valueOf(orientation) : null;
    }

    /** Milliseconds or, in version 2, as in {@code 0:00:01.500000}. Both write zero for what has none. */
    private @Nullable Duration duration() {
        Duration duration = asset.findNumber("duration")
                .map(number -> Duration.ofMillis(number.longValue()))
                .or(() -> asset.findText("duration").flatMap(ExifReader::parseDuration))
                .orElse(Duration.ZERO);
        return duration.isPositive() ? duration : null;
    }

    private static Optional<Duration> parseDuration(String text) {
        int colon = text.indexOf(':');
        try {
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(Duration.ofHours(Long.parseLong(text.substring(0, colon)))
                            .plusNanos(LocalTime.parse("00" + text.substring(colon))
                                    .toNanoOfDay()));
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }

    static @Nullable Dimensions dimensions(Answer json, String width, String height) {
        int columns = json.findNumber(width).orElse(0).intValue();
        int rows = json.findNumber(height).orElse(0).intValue();
        return columns > 0 && rows > 0 ? new Dimensions(columns, rows) : null;
    }

    private @Nullable String text(String name) {
        return json.findText(name).orElse(null);
    }

    private @Nullable Double decimal(String name) {
        return json.findNumber(name).map(Number::doubleValue).orElse(null);
    }

    private @Nullable Integer integer(String name) {
        return json.findNumber(name).map(Number::intValue).orElse(null);
    }
}
