package app.heirloom.benchmarks.face;

import app.heirloom.library.embedding.Embedding;
import java.util.Random;

/** Random vectors of one size; all vectors have length 1. */
public final class Directions {
    private final int size;
    private final Random random;

    public Directions(int size, Random random) {
        this.size = size;
        this.random = random;
    }

    /** Any direction, all equally probable. */
    public float[] any() {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Embedding.of(values).values();
    }

    /** Any direction at an angle of that cosine. */
    public float[] at(float[] direction, double cosine) {
        float[] other = any();
        double shared = Embedding.of(direction).similarity(Embedding.of(other));
        float[] across = mixed(other, 1, direction, -shared);
        return mixed(direction, cosine, across, Math.sqrt(1 - cosine * cosine));
    }

    /** A weighted sum. */
    public static float[] mixed(float[] one, double share, float[] other, double otherShare) {
        float[] mixed = new float[one.length];
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = (float) (one[i] * share + other[i] * otherShare);
        }
        return Embedding.of(mixed).values();
    }
}
