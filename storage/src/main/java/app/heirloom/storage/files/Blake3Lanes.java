package app.heirloom.storage.files;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Compresses as many chunks as there are lanes in step with each other. The loops run over lanes alone, so that the
 * compiler turns each into a few instructions on whole vectors.
 */
final class Blake3Lanes {
    /**
     * So many that a loop over them outweighs its beginning and end, and few enough for blocks and states to stay in the
     * fastest cache: 64 are a fifth slower, 512 are no faster.
     */
    static final int COUNT = 256;

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int COUNTER = 12;
    private static final int LENGTH = 14;
    private static final int FLAGS = 15;

    /** Words of blocks and of the state, lane by lane. */
    private final int[][] block = new int[Blake3.WORDS][COUNT];

    private final int[][] state = new int[Blake3.WORDS][COUNT];
    private final int[][] chaining = new int[Blake3.HALF][COUNT];

    /** The chaining value of the subtree of so many whole chunks, of which the first is that one of all. */
    int[] subtree(byte[] bytes, long first) {
        compressChunks(bytes, first);
        for (int lanes = COUNT / 2; lanes > 0; lanes /= 2) {
            join(lanes);
        }
        return chainingOf(0);
    }

    /** The chaining values of the first of so many chunks, each for itself; what lies behind them means nothing. */
    List<int[]> chunks(byte[] bytes, long first, int count) {
        compressChunks(bytes, first);
        return IntStream.range(0, count).mapToObj(this::chainingOf).toList();
    }

    private int[] chainingOf(int lane) {
        int[] values = new int[Blake3.HALF];
        for (int word = 0; word < Blake3.HALF; word++) {
            values[word] = chaining[word][lane];
        }
        return values;
    }

    private void compressChunks(byte[] bytes, long first) {
        for (int word = 0; word < Blake3.HALF; word++) {
            Arrays.fill(chaining[word], Blake3.START[word]);
        }
        for (int at = 0; at < Blake3.CHUNK; at += Blake3.BLOCK) {
            load(bytes, at);
            for (int lane = 0; lane < COUNT; lane++) {
                state[COUNTER][lane] = (int) (first + lane);
                state[COUNTER + 1][lane] = (int) ((first + lane) >>> Integer.SIZE);
            }
            int start = at == 0 ? Blake3.CHUNK_START : 0;
            int end = at == Blake3.CHUNK - Blake3.BLOCK ? Blake3.CHUNK_END : 0;
            compress(start | end);
        }
    }

    /** Lane by lane, which is as the bytes lie. */
    private void load(byte[] bytes, int at) {
        for (int lane = 0; lane < COUNT; lane++) {
            int from = at + lane * Blake3.CHUNK;
            for (int word = 0; word < Blake3.WORDS; word++) {
                block[word][lane] = (int) INT.get(bytes, from + word * Integer.BYTES);
            }
        }
    }

    /** Each lane gets the parent of two; what is in further lanes means nothing. */
    private void join(int lanes) {
        for (int word = 0; word < Blake3.HALF; word++) {
            for (int lane = 0; lane < lanes; lane++) {
                block[word][lane] = chaining[word][2 * lane];
                block[word + Blake3.HALF][lane] = chaining[word][2 * lane + 1];
            }
            Arrays.fill(chaining[word], Blake3.START[word]);
        }
        Arrays.fill(state[COUNTER], 0);
        Arrays.fill(state[COUNTER + 1], 0);
        compress(Blake3.PARENT);
    }

    private void compress(int flags) {
        for (int word = 0; word < Blake3.HALF; word++) {
            System.arraycopy(chaining[word], 0, state[word], 0, COUNT);
        }
        for (int word = 0; word < Blake3.HALF / 2; word++) {
            Arrays.fill(state[Blake3.HALF + word], Blake3.START[word]);
        }
        Arrays.fill(state[LENGTH], Blake3.BLOCK);
        Arrays.fill(state[FLAGS], flags);
        for (int at = 0; at < Blake3.SCHEDULE.length; at += 2) {
            int step = at / 2 % Blake3.HALF;
            int shift = step / 4;
            mix(
                    state[step % 4],
                    state[4 + (step + shift) % 4],
                    state[8 + (step + 2 * shift) % 4],
                    state[12 + (step + 3 * shift) % 4],
                    block[Blake3.SCHEDULE[at]],
                    block[Blake3.SCHEDULE[at + 1]]);
        }
        for (int word = 0; word < Blake3.HALF; word++) {
            xor(chaining[word], state[word], state[word + Blake3.HALF]);
        }
    }

    private static void xor(int[] into, int[] left, int[] right) {
        for (int lane = 0; lane < COUNT; lane++) {
            into[lane] = left[lane] ^ right[lane];
        }
    }

    private static void mix(int[] a, int[] b, int[] c, int[] d, int[] x, int[] y) {
        for (int lane = 0; lane < COUNT; lane++) {
            int first = a[lane] + b[lane] + x[lane];
            int fourth = Integer.rotateRight(d[lane] ^ first, 16);
            int third = c[lane] + fourth;
            int second = Integer.rotateRight(b[lane] ^ third, 12);
            first += second + y[lane];
            fourth = Integer.rotateRight(fourth ^ first, 8);
            third += fourth;
            a[lane] = first;
            b[lane] = Integer.rotateRight(second ^ third, 7);
            c[lane] = third;
            d[lane] = fourth;
        }
    }
}
