package app.heirloom.library.timeline;

import app.heirloom.library.metadata.Coordinates;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds an asset.
 *
 * @param projection of a panorama, as {@code EQUIRECTANGULAR}
 * @param stackSize how many assets its stack has; 0 when it is in none
 */
public record Scene(
        @Nullable String projection,
        @Nullable String city,
        @Nullable String country,
        @Nullable Coordinates coordinates,
        int stackSize) {
    public static final Scene UNKNOWN = new Scene(null, null, null, null, 0);
}
