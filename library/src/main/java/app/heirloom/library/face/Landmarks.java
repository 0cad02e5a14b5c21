package app.heirloom.library.face;

/** Five points of a face, in pixels; left and right as one sees them in the picture. */
public record Landmarks(Point leftEye, Point rightEye, Point nose, Point leftMouth, Point rightMouth) {
    /** A place in a picture. */
    public record Point(float x, float y) {}

    public Landmarks scaled(float factor) {
        return new Landmarks(
                scaled(leftEye, factor),
                scaled(rightEye, factor),
                scaled(nose, factor),
                scaled(leftMouth, factor),
                scaled(rightMouth, factor));
    }

    private static Point scaled(Point point, float factor) {
        return new Point(point.x * factor, point.y * factor);
    }
}
