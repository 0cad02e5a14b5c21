package app.heirloom.vectors.index;

import app.heirloom.vectors.Vectors;
import java.util.Random;

/**
 * Codes of {@value #BITS} bits: on which side of random planes through the mean a vector lies. The more bits two codes
 * share, the smaller is the angle between the vectors as seen from the mean (Charikar, 2002).
 */
final class SignCodes {
    static final int BITS = 512;
    static final int LONGS = BITS / Long.SIZE;

    private static final long SEED = 20;

    private final float[] planes;
    private final float[] offsets = new float[BITS];
    private final float[] mean;

    SignCodes(float[] mean) {
        this.mean = mean.clone();
        this.planes = new float[BITS * mean.length];
        var random = new Random(SEED);
        for (int i = 0; i < planes.length; i++) {
            planes[i] = (float) random.nextGaussian();
        }
        for (int bit = 0; bit < BITS; bit++) {
            offsets[bit] = Vectors.dot(planes, bit * mean.length, mean, 0, mean.length);
        }
    }

    float[] mean() {
        return mean.clone();
    }

    long[] encode(float[] vector) {
        long[] code = new long[LONGS];
        for (int bit = 0; bit < BITS; bit++) {
            if (Vectors.dot(planes, bit * vector.length, vector, 0, vector.length) > offsets[bit]) {
                code[bit / Long.SIZE] |= 1L << bit;
            }
        }
        return code;
    }
}
