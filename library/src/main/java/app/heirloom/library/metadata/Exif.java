package app.heirloom.library.metadata;

import org.jspecify.annotations.Nullable;

/** The metadata of one asset, in the words of EXIF, whatever format it was read from. */
public record Exif(Camera camera, Exposure exposure, Capture capture, Location location, Caption caption, Frame frame) {
    public static final Exif UNKNOWN =
            new Exif(Camera.UNKNOWN, Exposure.UNKNOWN, Capture.UNKNOWN, Location.UNKNOWN, Caption.NONE, Frame.UNKNOWN);

    public @Nullable Coordinates coordinates() {
        return location.coordinates();
    }
}
