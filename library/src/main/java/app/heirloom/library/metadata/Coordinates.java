package app.heirloom.library.metadata;

/** WGS 84 position in degrees: latitude -90 to 90, longitude -180 to 180. */
public record Coordinates(double latitude, double longitude) {
    public Coordinates {
        if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException("not a position on earth: " + latitude + ", " + longitude);
        }
    }
}
