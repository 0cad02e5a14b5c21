package app.heirloom.library.likeness;

/**
 * How well the looks of two pictures agree where they show the same.
 *
 * @param correlation of their lightness, from -1 to 1: the structure term of SSIM (Wang et al., Image Quality Assessment:
 *     From Error Visibility to Structural Similarity, 2004), taken over the whole
 * @param worst how far apart they are in the place where they differ most, once both have the same brightness and
 *     contrast: in standard deviations
 */
public record Comparison(double correlation, double worst) {
    /** Cells on each side of what is compared. */
    private static final int SIDE = 32;
    /** Cells on each side of a place. */
    private static final int PLACE = 2;

    static final Comparison NONE = new Comparison(-1, Double.MAX_VALUE);

    static Comparison of(Look one, Region ofOne, Look other, Region ofOther) {
        return of(one.grid(ofOne, SIDE), other.grid(ofOther, SIDE));
    }

    private static Comparison of(float[] one, float[] other) {
        Moments first = Moments.of(one);
        Moments second = Moments.of(other);
        if (first.deviation() == 0 || second.deviation() == 0) {
            return NONE;
        }
        double product = 0;
        double[] differences = new double[one.length];
        for (int i = 0; i < one.length; i++) {
            double a = (one[i] - first.mean()) / first.deviation();
            double b = (other[i] - second.mean()) / second.deviation();
            product += a * b;
            differences[i] = a - b;
        }
        return new Comparison(product / one.length, worst(differences));
    }

    private static double worst(double[] differences) {
        double worst = 0;
        for (int y = 0; y + PLACE <= SIDE; y++) {
            for (int x = 0; x + PLACE <= SIDE; x++) {
                double sum = 0;
                for (int i = 0; i < PLACE * PLACE; i++) {
                    sum += differences[(y + i / PLACE) * SIDE + x + i % PLACE];
                }
                worst = Math.max(worst, Math.abs(sum) / (PLACE * PLACE));
            }
        }
        return worst;
    }

    boolean isBetterThan(Comparison other) {
        return correlation > other.correlation;
    }
}
