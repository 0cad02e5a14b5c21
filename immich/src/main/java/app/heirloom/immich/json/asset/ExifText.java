package app.heirloom.immich.json.asset;

import app.heirloom.immich.json.AsciiText;
import app.heirloom.library.asset.Asset;
import app.heirloom.library.metadata.Camera;
import app.heirloom.library.metadata.Coordinates;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.metadata.Exposure;
import app.heirloom.library.metadata.Place;
import org.jspecify.annotations.Nullable;

/** An {@link ExifJson}, written by hand for an {@link AssetList}. */
final class ExifText {
    private final AsciiText json;

    private ExifText(AsciiText json) {
        this.json = json;
    }

    static void append(Asset asset, Exif exif, AsciiText json) {
        new ExifText(json).append(asset, exif);
    }

    private void append(Asset asset, Exif exif) {
        Camera camera = exif.camera();
        json.append("{\"make\":").appendJson(camera.make());
        text("model", camera.model());
        var stored = exif.frame().dimensions();
        number("exifImageWidth", stored == null ? null : stored.width());
        number("exifImageHeight", stored == null ? null : stored.height());
        number("fileSizeInByte", asset.original().sizeInBytes());
        Integer orientation = exif.frame().orientation();
        text("orientation", orientation == null ? null : orientation.toString());
        json.append(",\"dateTimeOriginal\":\"").appendExifDate(asset.times().captured());
        json.append("\",\"modifyDate\":\"").appendExifDate(ExifJson.modified(asset, exif.capture()));
        json.append('"');
        text("timeZone", exif.capture().zone());
        text("lensModel", camera.lens());
        append(exif.exposure());
        append(exif.coordinates(), exif.location().place());
        text("description", exif.caption().description());
        text("projectionType", exif.frame().projection());
        number("rating", exif.caption().rating());
        json.append('}');
    }

    private void append(Exposure exposure) {
        number("fNumber", exposure.fNumber());
        number("focalLength", exposure.focalLength());
        number("iso", exposure.iso());
        text("exposureTime", exposure.time());
    }

    private void append(@Nullable Coordinates coordinates, Place place) {
        number("latitude", coordinates == null ? null : coordinates.latitude());
        number("longitude", coordinates == null ? null : coordinates.longitude());
        text("city", place.city());
        text("state", place.state());
        text("country", place.country());
    }

    private void text(String name, @Nullable String text) {
        name(name).appendJson(text);
    }

    private void number(String name, @Nullable Number number) {
        name(name).append(String.valueOf(number));
    }

    private AsciiText name(String name) {
        return json.append(",\"").append(name).append("\":");
    }
}
