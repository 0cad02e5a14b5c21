package app.heirloom.library.person;

import app.heirloom.library.asset.Dimensions;
import app.heirloom.library.error.ErrorCode;

/**
 * A box in an upright picture, in pixels of an image of that size, which need not be the original's.
 *
 * @param left first column, from 0
 * @param top first row, from 0
 * @param right column after the last
 * @param bottom row after the last
 */
public record FaceBox(Dimensions image, int left, int top, int right, int bottom) {
    public FaceBox {
        if (left < 0 || top < 0 || right > image.width() || bottom > image.height() || left >= right || top >= bottom) {
            throw ErrorCode.INVALID.exception("The box of a face must lie within its image of " + image + " pixels");
        }
    }

    /** How much of the picture it covers, 0 to 1. */
    public double share() {
        return (double) (right - left) * (bottom - top) / image.pixels();
    }
}
