package app.heirloom.inference.face;

import app.heirloom.library.embedding.Picture;

/**
 * How sharp an aligned face is: the variance of its Laplacian (Pech-Pacheco and others, "Diatom autofocusing in
 * brightfield microscopy: a comparative study", 2000), in shares of the variance of its brightness, so that a face in
 * the shade counts like one in the sun.
 *
 * <p>Only the middle of the aligned picture counts, where there is face and no background.
 */
final class Sharpness {
    /** Half as sharp as can be: measured 0.3 for portraits smeared by two aligned pixels, and 0.9 for the sharp ones. */
    private static final double HALF = 0.3;
    /** Variance of brightness below which there is nothing to see, such as a face beyond the picture's edge. */
    private static final double NO_CONTRAST = 4;

    private static final int FROM = 20;
    private static final int TO = Alignment.SIZE - FROM;

    private Sharpness() {}

    /** From 0 for a smear to 1. */
    static float of(Picture aligned) {
        float[] brightness = brightness(aligned);
        var plain = new Spread();
        var edges = new Spread();
        for (int y = FROM; y < TO; y++) {
            for (int x = FROM; x < TO; x++) {
                int at = y * Alignment.SIZE + x;
                plain.add(brightness[at]);
                edges.add(brightness[at - 1]
                        + brightness[at + 1]
                        + brightness[at - Alignment.SIZE]
                        + brightness[at + Alignment.SIZE]
                        - 4 * brightness[at]);
            }
        }
        if (plain.variance() < NO_CONTRAST) {
            return 0;
        }
        double ratio = edges.variance() / plain.variance();
        return (float) (ratio / (ratio + HALF));
    }

    /** Luma as in ITU-R BT.601. */
    private static float[] brightness(Picture picture) {
        float[] brightness = new float[Alignment.SIZE * Alignment.SIZE];
        byte[] rgb = picture.rgb();
        for (int i = 0; i < brightness.length; i++) {
            int at = i * Picture.CHANNELS;
            brightness[i] = 0.299f * (rgb[at] & 0xFF) + 0.587f * (rgb[at + 1] & 0xFF) + 0.114f * (rgb[at + 2] & 0xFF);
        }
        return brightness;
    }

    private static final class Spread {
        private int count;
        private double sum;
        private double squares;

        void add(double value) {
            count++;
            sum += value;
            squares += value * value;
        }

        double variance() {
            double mean = sum / count;
            return squares / count - mean * mean;
        }
    }
}
