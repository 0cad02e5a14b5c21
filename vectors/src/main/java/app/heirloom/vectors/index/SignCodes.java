package app.heirloom.vectors.index;

import app.heirloom.vectors.Vectors;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Random;

/**
 * Codes of {@value #BITS} bits: on which side of random planes through the mean a vector lies. A query is not reduced to
 * bits: how far it is from each plane is kept in sixteen steps, which says far more about the angle than its side alone
 * (Gao and Long, RaBitQ, 2024), above all of a text, which lies where no picture does.
 */
final class SignCodes {
    static final int BITS = 512;
    static final int LONGS = BITS / Long.SIZE;

    private static final int STEP_BITS = 4;
    private static final int STEPS = (1 << STEP_BITS) - 1;

    /** The greatest distance of a code from a query. */
    static final int FARTHEST = 2 * BITS * STEPS;

    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
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

    long[] encode(float[] vector) {
        long[] code = new long[LONGS];
        for (int bit = 0; bit < BITS; bit++) {
            if (Vectors.dot(planes, bit * vector.length, vector, 0, vector.length) > offsets[bit]) {
                code[bit / Long.SIZE] |= 1L << bit;
            }
        }
        return code;
    }

    /** A query as {@link #distance} wants it: of the distance to each plane its four bits, all lowest ones first. */
    long[] prepare(float[] query) {
        float[] across = acrossTheMean(query);
        float[] sides = new float[BITS];
        float farthest = Float.MIN_NORMAL;
        for (int bit = 0; bit < BITS; bit++) {
            sides[bit] = Vectors.dot(planes, bit * across.length, across, 0, across.length);
            farthest = Math.max(farthest, Math.abs(sides[bit]));
        }
        long[] prepared = new long[STEP_BITS * LONGS];
        for (int bit = 0; bit < BITS; bit++) {
            int step = Math.round(STEPS * (sides[bit] / farthest + 1) / 2);
            for (int place = 0; place < STEP_BITS; place++) {
                prepared[place * LONGS + bit / Long.SIZE] |= ((long) (step >> place) & 1) << bit;
            }
        }
        return prepared;
    }

    /** Without its part along the mean, in which all vectors are alike, so that it would only add noise. */
    private float[] acrossTheMean(float[] query) {
        float square = Math.max(Vectors.dot(mean, 0, mean, 0, mean.length), Float.MIN_NORMAL);
        float share = Vectors.dot(query, 0, mean, 0, mean.length) / square;
        float[] across = query.clone();
        for (int i = 0; i < across.length; i++) {
            across[i] -= share * mean[i];
        }
        return across;
    }

    /** Falls as the dot product of the query with a vector of that code is expected to rise. */
    static short distance(long[] prepared, MemorySegment codes, long at) {
        int product = 0;
        for (int i = 0; i < LONGS; i++) {
            long code = codes.get(LONG, at + (long) i * Long.BYTES);
            product += 2 * Long.bitCount(code & prepared[i])
                    + 4 * Long.bitCount(code & prepared[LONGS + i])
                    + 8 * Long.bitCount(code & prepared[2 * LONGS + i])
                    + 16 * Long.bitCount(code & prepared[3 * LONGS + i])
                    - STEPS * Long.bitCount(code);
        }
        return (short) (FARTHEST / 2 - product);
    }
}
