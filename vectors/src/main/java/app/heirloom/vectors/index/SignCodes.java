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
    static final int FARTHEST = BITS * STEPS;

    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final long SEED = 20;

    private final float[] planes;
    private final float[] offsets = new float[BITS];

    SignCodes(float[] mean) {
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
        float[] sides = new float[BITS];
        float low = Float.MAX_VALUE;
        float high = -Float.MAX_VALUE;
        for (int bit = 0; bit < BITS; bit++) {
            sides[bit] = Vectors.dot(planes, bit * query.length, query, 0, query.length);
            low = Math.min(low, sides[bit]);
            high = Math.max(high, sides[bit]);
        }
        long[] prepared = new long[STEP_BITS * LONGS];
        for (int bit = 0; bit < BITS; bit++) {
            int step = Math.round(STEPS * (sides[bit] - low) / Math.max(high - low, Float.MIN_NORMAL));
            for (int place = 0; place < STEP_BITS; place++) {
                prepared[place * LONGS + bit / Long.SIZE] |= ((long) (step >> place) & 1) << bit;
            }
        }
        return prepared;
    }

    /** Falls as the dot product of the query with a vector of that code is expected to rise. */
    static short distance(long[] prepared, MemorySegment codes, long at) {
        int product = 0;
        for (int i = 0; i < LONGS; i++) {
            long code = codes.get(LONG, at + (long) i * Long.BYTES);
            product += Long.bitCount(code & prepared[i])
                    + 2 * Long.bitCount(code & prepared[LONGS + i])
                    + 4 * Long.bitCount(code & prepared[2 * LONGS + i])
                    + 8 * Long.bitCount(code & prepared[3 * LONGS + i]);
        }
        return (short) (FARTHEST - product);
    }
}
