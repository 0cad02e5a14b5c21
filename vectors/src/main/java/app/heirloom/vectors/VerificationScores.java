package app.heirloom.vectors;

import java.util.Arrays;
import java.util.Random;

/**
 * How well similarity tells pairs of the same from pairs of different ones.
 *
 * @param accuracy mean over ten folds, each judged by the threshold that is best on the other nine (the protocol of
 *     Labeled Faces in the Wild)
 * @param area under the ROC curve: how probably a same pair is more similar than a different one
 * @param accepted how many of the same pairs are found when one in a thousand of the different ones is mistaken for one
 */
public record VerificationScores(double accuracy, double area, double accepted) {
    /** How many parts the pairs are split into, and so how many pairs of each kind there must be. */
    public static final int FOLDS = 10;

    private static final double MISTAKEN = 0.001;

    /** Scores equally many or unequally many pairs of both kinds; which fold a pair is in is drawn by the seed. */
    public static VerificationScores of(float[] same, float[] different, long seed) {
        if (same.length < FOLDS || different.length < FOLDS) {
            throw new IllegalArgumentException("ten folds need at least ten pairs of each kind");
        }
        float[] ascending = different.clone();
        Arrays.sort(ascending);
        return new VerificationScores(
                accuracy(same, different, seed), area(same, ascending), accepted(same, ascending));
    }

    private static double accuracy(float[] same, float[] different, long seed) {
        var random = new Random(seed);
        float[] mixedSame = shuffled(same, random);
        float[] mixedDifferent = shuffled(different, random);
        double sum = 0;
        for (int fold = 0; fold < FOLDS; fold++) {
            float threshold = best(part(mixedSame, fold, false), part(mixedDifferent, fold, false));
            sum += correct(part(mixedSame, fold, true), part(mixedDifferent, fold, true), threshold);
        }
        return sum / FOLDS;
    }

    private static float[] shuffled(float[] values, Random random) {
        float[] mixed = values.clone();
        for (int i = mixed.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            float value = mixed[i];
            mixed[i] = mixed[other];
            mixed[other] = value;
        }
        return mixed;
    }

    private static float[] part(float[] values, int fold, boolean inside) {
        float[] part = new float[values.length];
        int size = 0;
        for (int i = 0; i < values.length; i++) {
            if ((i % FOLDS == fold) == inside) {
                part[size++] = values[i];
            }
        }
        return Arrays.copyOf(part, size);
    }

    /** The middle of the thresholds with the most correct answers, each kind weighing the same. */
    private static float best(float[] same, float[] different) {
        int first = 0;
        int last = 0;
        double most = -1;
        for (int step = -100; step <= 100; step++) {
            double correct = correct(same, different, step / 100f);
            if (correct > most) {
                most = correct;
                first = step;
            }
            if (correct >= most) {
                last = step;
            }
        }
        return (first + last) / 200f;
    }

    private static double correct(float[] same, float[] different, float threshold) {
        return (share(same, threshold) + 1 - share(different, threshold)) / 2;
    }

    private static double share(float[] values, float threshold) {
        int above = 0;
        for (float value : values) {
            above += value >= threshold ? 1 : 0;
        }
        return (double) above / values.length;
    }

    private static double area(float[] same, float[] ascending) {
        double below = 0;
        for (float value : same) {
            int at = Arrays.binarySearch(ascending, value);
            below += at < 0 ? -at - 1 : at + 0.5;
        }
        return below / same.length / ascending.length;
    }

    private static double accepted(float[] same, float[] ascending) {
        int mistaken = (int) Math.floor(ascending.length * MISTAKEN);
        return share(same, Math.nextUp(ascending[ascending.length - 1 - mistaken]));
    }
}
