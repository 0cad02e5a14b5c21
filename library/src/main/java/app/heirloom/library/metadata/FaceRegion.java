package app.heirloom.library.metadata;

import org.jspecify.annotations.Nullable;

/**
 * Where the file says a face is, as fractions of the picture from its top left corner, 0 to 1.
 *
 * @param name whose face it is
 */
public record FaceRegion(String name, double left, double top, double width, double height) {

    /** Regions that overlap by this share are one face. */
    public static final double SAME_PLACE = 0.5;

    /** The part of the region that lies within the picture; null when nothing of it does. */
    public static @Nullable FaceRegion within(String name, double left, double top, double width, double height) {
        double x = Math.clamp(left, 0, 1);
        double y = Math.clamp(top, 0, 1);
        double right = Math.clamp(left + width, 0, 1);
        double bottom = Math.clamp(top + height, 0, 1);
        return right > x && bottom > y ? new FaceRegion(name, x, y, right - x, bottom - y) : null;
    }

    /** The region of the upright picture, when this one is of the picture as stored, in the EXIF orientation. */
    public FaceRegion upright(int orientation) {
        double fromRight = 1 - left - width;
        double fromBottom = 1 - top - height;
        return switch (orientation) {
            case 2 -> at(fromRight, top);
            case 3 -> at(fromRight, fromBottom);
            case 4 -> at(left, fromBottom);
            case 5 -> turnedAt(top, left);
            case 6 -> turnedAt(fromBottom, left);
            case 7 -> turnedAt(fromBottom, fromRight);
            case 8 -> turnedAt(top, fromRight);
            default -> this;
        };
    }

    /** The region of the picture as stored, when this one is of the upright picture. */
    public FaceRegion stored(int orientation) {
        return upright(
                switch (orientation) {
                    case 6 -> 8;
                    case 8 -> 6;
                    default -> orientation; // all others undo themselves
                });
    }

    /** How much of what the two cover together both cover, 0 to 1. */
    public double overlap(FaceRegion other) {
        double across = Math.min(left + width, other.left + other.width) - Math.max(left, other.left);
        double down = Math.min(top + height, other.top + other.height) - Math.max(top, other.top);
        double shared = Math.max(across, 0) * Math.max(down, 0);
        return shared / (width * height + other.width * other.height - shared);
    }

    private FaceRegion at(double newLeft, double newTop) {
        return new FaceRegion(name, newLeft, newTop, width, height);
    }

    private FaceRegion turnedAt(double newLeft, double newTop) {
        return new FaceRegion(name, newLeft, newTop, /* width= */ height, /* height= */ width);
    }
}
