package app.heirloom.library.likeness;

import java.util.Arrays;

/**
 * What a picture looks like from afar, in 63 bits: for each of the lowest frequencies of its cosine transform, whether it
 * is stronger than their median. Resizing, re-encoding and brightening change few bits. From C. Zauner, Implementation and
 * Benchmarking of Perceptual Image Hash Functions (2010), section 3.2.1.
 */
public record PerceptualHash(long bits) {
    /** Cells on each side of the square that it is made of. */
    static final int SIDE = 32;

    private static final int FREQUENCIES = 8;
    /** Drawings lack many frequencies altogether: what encoding leaves of these, as a share of the strongest. */
    private static final double NOISE = 0.005;

    private static final double[][] COSINES = cosines();

    /** @param grid 32 x 32 cells, row by row */
    static PerceptualHash of(float[] grid) {
        double[][] rows = new double[SIDE][FREQUENCIES];
        for (int y = 0; y < SIDE; y++) {
            for (int frequency = 0; frequency < FREQUENCIES; frequency++) {
                for (int x = 0; x < SIDE; x++) {
                    rows[y][frequency] += grid[y * SIDE + x] * COSINES[frequency][x];
                }
            }
        }
        double[] strengths = new double[FREQUENCIES * FREQUENCIES - 1]; // without the mean, which brightness changes
        for (int i = 0; i < strengths.length; i++) {
            int vertical = (i + 1) / FREQUENCIES;
            int horizontal = (i + 1) % FREQUENCIES;
            for (int y = 0; y < SIDE; y++) {
                strengths[i] += rows[y][horizontal] * COSINES[vertical][y];
            }
        }
        return new PerceptualHash(compared(strengths));
    }

    private static long compared(double[] strengths) {
        double[] sorted = strengths.clone();
        Arrays.sort(sorted);
        double strongest = Math.max(-sorted[0], sorted[sorted.length - 1]);
        double limit = sorted[sorted.length / 2] + NOISE * strongest;
        long bits = 0;
        for (int i = 0; i < strengths.length; i++) {
            if (strengths[i] > limit) {
                bits |= 1L << i;
            }
        }
        return bits;
    }

    private static double[][] cosines() {
        double[][] cosines = new double[FREQUENCIES][SIDE];
        for (int frequency = 0; frequency < FREQUENCIES; frequency++) {
            for (int x = 0; x < SIDE; x++) {
                cosines[frequency][x] = Math.cos(Math.PI * frequency * (2 * x + 1) / (2 * SIDE));
            }
        }
        return cosines;
    }

    /** In how many bits two differ: 0 to 63. */
    public int distance(PerceptualHash other) {
        return distance(bits, other.bits);
    }

    /** The same for the bare bits, of which an index compares millions. */
    public static int distance(long one, long other) {
        return Long.bitCount(one ^ other);
    }
}
