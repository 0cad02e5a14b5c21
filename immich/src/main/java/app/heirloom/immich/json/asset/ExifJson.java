package app.heirloom.immich.json.asset;

import app.heirloom.immich.json.WireDates;
import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.metadata.Capture;
import app.heirloom.library.metadata.Coordinates;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.metadata.Place;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The metadata of an asset. Unlike elsewhere on the wire, what is unknown is present as null. */
public record ExifJson(
        @Nullable String make,
        @Nullable String model,
        @Nullable Integer exifImageWidth,
        @Nullable Integer exifImageHeight,
        long fileSizeInByte,
        @Nullable String orientation,
        String dateTimeOriginal,
        String modifyDate,
        @Nullable String timeZone,
        @Nullable String lensModel,
        @Nullable Double fNumber,
        @Nullable Double focalLength,
        @Nullable Integer iso,
        @Nullable String exposureTime,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable String city,
        @Nullable String state,
        @Nullable String country,
        String description,
        @Nullable String projectionType,
        @Nullable Integer rating) {

    public static ExifJson of(Asset asset, Exif exif) {
        Coordinates coordinates = exif.coordinates();
        Place place = exif.location().place();
        Dimensions stored = exif.frame().dimensions();
        Integer orientation = exif.frame().orientation();
        return new ExifJson(
                exif.camera().make(),
                exif.camera().model(),
                stored == null ? null : stored.width(),
                stored == null ? null : stored.height(),
                asset.original().sizeInBytes(),
                orientation == null ? null : orientation.toString(),
                WireDates.formatExif(asset.times().captured()),
                WireDates.formatExif(modified(asset, exif.capture())),
                exif.capture().zone(),
                exif.camera().lens(),
                exif.exposure().fNumber(),
                exif.exposure().focalLength(),
                exif.exposure().iso(),
                exif.exposure().time(),
                coordinates == null ? null : coordinates.latitude(),
                coordinates == null ? null : coordinates.longitude(),
                place.city(),
                place.state(),
                place.country(),
                exif.caption().description(),
                exif.frame().projection(),
                exif.caption().rating());
    }

    static Instant modified(Asset asset, Capture capture) {
        LocalDateTime modified = capture.modified();
        return modified == null ? asset.times().fileModified() : modified.toInstant(ZoneOffset.UTC);
    }
}
