package app.heirloom.library.recognition.gathering;

/**
 * How faces change with age: quickly at first, and ever more slowly. Ages lie on a scale of ln(1 + years), on which the
 * first year is as long as from one to three, or from 31 to 63.
 *
 * <p>Networks tell infants apart badly at all (true accepts at a false accept rate of 0.1 %: 31 % up to six months, 65 % with
 * three years; Hossain, Sumi and Schuckers, 2026), and children from three years on nearly as well as adults over some years
 * (98 % over six months, 95 % over three years; Bahmani and Schuckers, 2022). The width comes from made-up families, see
 * decision 021.
 */
public final class Growth {
    /** Stages of life, from birth to 100 years and more. */
    public static final int STAGES = 19;

    /** On the scale of ages. */
    private static final double STAGE = 0.25;

    /** Faces that are so far apart on the scale of ages say a third (1/e) as much of each other as those of one age. */
    private static final double WIDTH = 0.5;

    private Growth() {}

    /** Number of the stage of somebody so many years old. */
    public static int stage(double age) {
        return Math.min(STAGES - 1, (int) (Math.log1p(age) / STAGE));
    }

    /** How much faces of two stages say of each other, up to 1. */
    public static double nearness(int stage, int other) {
        double distance = STAGE * (stage - other) / WIDTH;
        return Math.exp(-distance * distance);
    }
}
