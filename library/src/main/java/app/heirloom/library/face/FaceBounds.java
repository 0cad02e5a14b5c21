package app.heirloom.library.face;

/** A rectangle around a face, in pixels of the picture it was found in; it may reach over the picture's edge. */
public record FaceBounds(float left, float top, float right, float bottom) {
    public float width() {
        return right - left;
    }

    public float height() {
        return bottom - top;
    }

    public float shortSide() {
        return Math.min(width(), height());
    }

    /** Intersection over union, from 0 to 1. */
    public double overlap(FaceBounds other) {
        double across = Math.min(right, other.right) - Math.max(left, other.left);
        double down = Math.min(bottom, other.bottom) - Math.max(top, other.top);
        if (across <= 0 || down <= 0) {
            return 0;
        }
        double shared = across * down;
        return shared / ((double) width() * height() + (double) other.width() * other.height() - shared);
    }

    public FaceBounds scaled(float factor) {
        return new FaceBounds(left * factor, top * factor, right * factor, bottom * factor);
    }
}
