package app.heirloom.library.metadata;

import org.jspecify.annotations.Nullable;

/** Where it was taken, as a position and in words. */
public record Location(@Nullable Coordinates coordinates, Place place) {
    public static final Location UNKNOWN = new Location(null, Place.UNKNOWN);

    /** A position that nobody has a word for. */
    public static Location of(@Nullable Coordinates coordinates) {
        return coordinates == null ? UNKNOWN : new Location(coordinates, Place.UNKNOWN);
    }
}
