package app.heirloom.immich.json.sync;

import app.heirloom.immich.json.AsciiText;
import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.metadata.Coordinates;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.sync.entity.SyncedExif;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** SyncAssetExifV1: the metadata of an asset as clients keep it, written by hand as assets are. */
public final class SyncExifJson {
    private SyncExifJson() {}

    public static void append(SyncedExif synced, AsciiText text) {
        Exif exif = synced.exif();
        Coordinates coordinates = exif.coordinates();
        Dimensions stored = exif.frame().dimensions();
        Integer orientation = exif.frame().orientation();
        new ObjectText(text)
                .field("assetId", synced.asset().value())
                .field("description", exif.caption().description())
                .field("exifImageWidth", stored == null ? null : stored.width())
                .field("exifImageHeight", stored == null ? null : stored.height())
                .field("fileSizeInByte", synced.sizeInBytes())
                .field("orientation", orientation == null ? null : orientation.toString())
                .field("dateTimeOriginal", synced.captured())
                .field("modifyDate", modified(synced))
                .field("timeZone", exif.capture().zone())
                .field("latitude", coordinates == null ? null : coordinates.latitude())
                .field("longitude", coordinates == null ? null : coordinates.longitude())
                .field("projectionType", exif.frame().projection())
                .field("city", synced.place().city())
                .field("state", synced.place().state())
                .field("country", synced.place().country())
                .field("make", exif.camera().make())
                .field("model", exif.camera().model())
                .field("lensModel", exif.camera().lens())
                .field("fNumber", exif.exposure().fNumber())
                .field("focalLength", exif.exposure().focalLength())
                .field("iso", exif.exposure().iso())
                .field("exposureTime", exif.exposure().time())
                .nothing("profileDescription")
                .field("rating", exif.caption().rating())
                .field("fps", exif.frame().framesPerSecond())
                .end();
    }

    private static Instant modified(SyncedExif synced) {
        LocalDateTime modified = synced.exif().capture().modified();
        return modified == null ? synced.fileModified() : modified.toInstant(ZoneOffset.UTC);
    }
}
