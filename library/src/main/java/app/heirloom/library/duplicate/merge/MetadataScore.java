package app.heirloom.library.duplicate.merge;

import app.heirloom.library.metadata.Camera;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.metadata.Place;
import org.jspecify.annotations.Nullable;

/**
 * How much is known of an asset, 0 to 100: the weights of immich-dupes 1.2, whose analysis files hold them. Empty texts
 * count as unknown.
 */
public record MetadataScore(int gps, int timezone, int cameraInfo, int captureTime, int lensInfo, int location) {
    private static final int GPS = 30;
    private static final int TIMEZONE = 20;
    private static final int CAMERA = 15;
    private static final int CAPTURE_TIME = 15;
    private static final int LENS = 10;
    private static final int LOCATION = 10;

    public static MetadataScore of(Exif exif) {
        Camera camera = exif.camera();
        Place place = exif.location().place();
        return new MetadataScore(
                exif.coordinates() != null ? GPS : 0,
                isKnown(exif.capture().zone()) ? TIMEZONE : 0,
                isKnown(camera.make()) || isKnown(camera.model()) ? CAMERA : 0,
                exif.capture().local() != null ? CAPTURE_TIME : 0,
                isKnown(camera.lens()) ? LENS : 0,
                isKnown(place.city()) || isKnown(place.country()) ? LOCATION : 0);
    }

    private static boolean isKnown(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    public int total() {
        return gps + timezone + cameraInfo + captureTime + lensInfo + location;
    }
}
