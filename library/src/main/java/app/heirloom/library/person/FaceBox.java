package app.heirloom.library.person;

import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.metadata.FaceRegion;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A box in an upright picture or a moment of a video, in pixels of an image of that size, which need not be the original's.
 *
 * @param left first column, from 0
 * @param top first row, from 0
 * @param right column after the last
 * @param bottom row after the last
 * @param moment of the video that shows it; null for pictures, and where the preview of the video shows it
 */
public record FaceBox(
        Dimensions image,
        int left,
        int top,
        int right,
        int bottom,
        @Nullable Duration moment) {
    /** Pixels by which an edge may move when it is written as a share and read again. */
    private static final int ROUNDING = 2;

    public FaceBox {
        if (left < 0 || top < 0 || right > image.width() || bottom > image.height() || left >= right || top >= bottom) {
            throw ErrorCode.INVALID.exception("The box of a face must lie within its image of " + image + " pixels");
        }
    }

    public FaceBox(Dimensions image, int left, int top, int right, int bottom) {
        this(image, left, top, right, bottom, null);
    }

    /** Whether it is the other one, give or take what rounding moves. */
    public boolean isNear(FaceBox other) {
        return image.equals(other.image)
                && Objects.equals(moment, other.moment)
                && Math.abs(left - other.left) <= ROUNDING
                && Math.abs(top - other.top) <= ROUNDING
                && Math.abs(right - other.right) <= ROUNDING
                && Math.abs(bottom - other.bottom) <= ROUNDING;
    }

    public FaceRegion region(String name) {
        double width = image.width();
        double height = image.height();
        return new FaceRegion(name, left / width, top / height, (right - left) / width, (bottom - top) / height);
    }

    /** How much of the picture it covers, 0 to 1. */
    public double share() {
        return (double) (right - left) * (bottom - top) / image.pixels();
    }
}
