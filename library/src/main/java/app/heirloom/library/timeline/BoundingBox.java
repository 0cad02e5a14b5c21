package app.heirloom.library.timeline;

/** A stretch of the earth in degrees; when west is greater than east, it spans the date line. */
public record BoundingBox(double west, double south, double east, double north) {
    public BoundingBox {
        if (!(Math.abs(west) <= 180 && Math.abs(east) <= 180 && Math.abs(south) <= 90 && Math.abs(north) <= 90)) {
            throw new IllegalArgumentException("not on earth");
        }
        if (south > north) {
            throw new IllegalArgumentException("south of its south");
        }
    }
}
