package app.heirloom.testkit.identity;

import app.heirloom.library.embedding.Embedding;
import java.util.Random;

/** People in 64 dimensions, made up: two faces of one are about 0.8 alike, those of two hardly at all. */
public final class MadeUpFaces {
    private static final int SIZE = 64;
    private static final double SPREAD = 0.5;

    private MadeUpFaces() {}

    /** The same for the same seeds; faces of one person share the first. */
    public static Embedding embedding(long personSeed, long faceSeed) {
        float[] values = direction(personSeed);
        float[] noise = direction(faceSeed);
        for (int i = 0; i < SIZE; i++) {
            values[i] += (float) (SPREAD * noise[i]);
        }
        return Embedding.of(values);
    }

    private static float[] direction(long seed) {
        var random = new Random(seed);
        float[] values = new float[SIZE];
        for (int i = 0; i < SIZE; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Embedding.of(values).values();
    }
}
