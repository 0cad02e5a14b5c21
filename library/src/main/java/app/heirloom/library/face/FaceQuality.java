package app.heirloom.library.face;

/**
 * How well a face can be recognised.
 *
 * @param shortSide the shorter side of its box, in pixels of the original
 * @param sharpness 0 for a smear, 1 for as sharp as pictures are
 * @param frontality 1 for a face that looks into the camera, 0 for one seen from the side
 * @param score how sure the detector is, from 0 to 1
 */
public record FaceQuality(float shortSide, float sharpness, float frontality, float score) {
    /** Pixels of a face that are enough: twice what models look at. */
    private static final float LARGE = 224;

    /** How well the face shows its person, 0 to 1: the product of what speaks for it, each from 0 to 1. */
    public double merit() {
        double size = Math.min(1, shortSide / LARGE);
        return size * sharpness * frontality * score;
    }
}
