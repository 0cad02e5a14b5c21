package app.heirloom.storage.files;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * BLAKE3 of a stream of bytes, as its paper describes it: chunks of 1 KiB are the leaves of a binary tree. Many chunks
 * are compressed in step with each other ({@link Blake3Lanes}), which is many times as fast as one by one.
 */
final class Blake3 {
    static final int[] START = {
        0x6A09E667, 0xBB67AE85, 0x3C6EF372, 0xA54FF53A, 0x510E527F, 0x9B05688C, 0x1F83D9AB, 0x5BE0CD19
    };
    static final int CHUNK = 1024;
    static final int BLOCK = 64;
    static final int CHUNK_START = 1;
    static final int CHUNK_END = 2;
    static final int PARENT = 4;
    static final int WORDS = 16;
    /** Words of a chaining value. */
    static final int HALF = 8;

    private static final int ROOT = 8;
    private static final int ROUNDS = 7;
    private static final int DEEPEST = 54;
    /** Chunks from which all lanes together are faster than one chunk after the other, though most of them are idle. */
    private static final int WORTH_LANES = 32;

    private static final int[] PERMUTATION = {2, 6, 3, 10, 7, 0, 4, 13, 1, 11, 12, 5, 9, 14, 15, 8};
    /** Which word of a block each step of each round takes. */
    static final byte[] SCHEDULE = schedule();

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private final Blake3Lanes lanes = new Blake3Lanes();
    /** What has arrived and is not in the tree: the last byte decides which chunk is the last. */
    private final byte[] waiting = new byte[Blake3Lanes.COUNT * CHUNK];

    private int waitingBytes;
    /** Chaining values of whole subtrees from left to right, each smaller than the one before. */
    private final int[][] subtrees = new int[DEEPEST][];

    private int depth;
    private long chunks;

    void update(byte[] bytes, int from, int length) {
        int at = from;
        int end = from + length;
        while (at < end) {
            if (waitingBytes == waiting.length) {
                add(lanes.subtree(waiting, chunks), Blake3Lanes.COUNT);
                waitingBytes = 0;
            }
            int taken = Math.min(end - at, waiting.length - waitingBytes);
            System.arraycopy(bytes, at, waiting, waitingBytes, taken);
            waitingBytes += taken;
            at += taken;
        }
    }

    /** The first 32 bytes of the output; nothing may be added any more. */
    byte[] digest() {
        int at = addWholeChunks();
        int flags = depth == 0 ? ROOT : 0;
        int[] right = compress(last(at, waitingBytes - at, flags));
        while (depth > 0) {
            depth--;
            right = compress(parent(subtrees[depth], right, depth == 0 ? ROOT : 0));
        }
        byte[] digest = new byte[HALF * Integer.BYTES];
        for (int i = 0; i < HALF; i++) {
            INT.set(digest, i * Integer.BYTES, right[i]);
        }
        return digest;
    }

    /** All that wait but the last, and returns where that begins. */
    private int addWholeChunks() {
        int count = Math.max(0, waitingBytes - 1) / CHUNK;
        if (count >= WORTH_LANES) {
            lanes.chunks(waiting, chunks, count).forEach(chaining -> add(chaining, 1));
        } else {
            for (int at = 0; at < count * CHUNK; at += CHUNK) {
                add(compress(last(at, CHUNK, 0)), 1);
            }
        }
        return count * CHUNK;
    }

    /** Joins the subtree with those to the left of it as long as both are of one size. */
    private void add(int[] subtree, int size) {
        chunks += size;
        int[] joined = subtree;
        for (long even = chunks / size; even % 2 == 0; even /= 2) {
            depth--;
            joined = compress(parent(subtrees[depth], joined, 0));
        }
        subtrees[depth] = joined;
        depth++;
    }

    /** What is compressed once: a chaining value, a block, and what is said of it. */
    private static final class Input {
        private final int[] chaining;
        private final int[] block;
        private final long counter;
        private final int length;
        private final int flags;

        Input(int[] chaining, int[] block, long counter, int length, int flags) {
            this.chaining = chaining;
            this.block = block;
            this.counter = counter;
            this.length = length;
            this.flags = flags;
        }
    }

    private static Input parent(int[] left, int[] right, int flags) {
        int[] block = new int[WORDS];
        System.arraycopy(left, 0, block, 0, HALF);
        System.arraycopy(right, 0, block, HALF, HALF);
        return new Input(START, block, 0, BLOCK, PARENT | flags);
    }

    /** The last block of a chunk of what is waiting, after all others of it are compressed. */
    private Input last(int from, int length, int flags) {
        int[] chaining = START;
        int at = 0;
        int start = CHUNK_START;
        for (; length - at > BLOCK; at += BLOCK) {
            chaining = compress(new Input(chaining, block(from + at, BLOCK), chunks, BLOCK, start));
            start = 0;
        }
        return new Input(chaining, block(from + at, length - at), chunks, length - at, start | CHUNK_END | flags);
    }

    private int[] block(int from, int length) {
        byte[] bytes = Arrays.copyOf(Arrays.copyOfRange(waiting, from, from + length), BLOCK);
        int[] block = new int[WORDS];
        for (int i = 0; i < WORDS; i++) {
            block[i] = (int) INT.get(bytes, i * Integer.BYTES);
        }
        return block;
    }

    private static int[] compress(Input input) {
        int[] v = Arrays.copyOf(input.chaining, WORDS);
        System.arraycopy(START, 0, v, HALF, HALF / 2);
        v[12] = (int) input.counter;
        v[13] = (int) (input.counter >>> Integer.SIZE);
        v[14] = input.length;
        v[15] = input.flags;
        int[] m = input.block;
        for (int round = 0; round < ROUNDS; round++) {
            int s = round * WORDS;
            for (int i = 0; i < HALF; i++) {
                mix(v, i, m[SCHEDULE[s + 2 * i]], m[SCHEDULE[s + 2 * i + 1]]);
            }
        }
        int[] chaining = new int[HALF];
        for (int i = 0; i < HALF; i++) {
            chaining[i] = v[i] ^ v[i + HALF];
        }
        return chaining;
    }

    /** Mixes a column (0 to 3) or a diagonal (4 to 7) of the square of words. */
    private static void mix(int[] v, int step, int x, int y) {
        int shift = step / 4;
        int a = step % 4;
        int b = 4 + (step + shift) % 4;
        int c = 8 + (step + 2 * shift) % 4;
        int d = 12 + (step + 3 * shift) % 4;
        v[a] += v[b] + x;
        v[d] = Integer.rotateRight(v[d] ^ v[a], 16);
        v[c] += v[d];
        v[b] = Integer.rotateRight(v[b] ^ v[c], 12);
        v[a] += v[b] + y;
        v[d] = Integer.rotateRight(v[d] ^ v[a], 8);
        v[c] += v[d];
        v[b] = Integer.rotateRight(v[b] ^ v[c], 7);
    }

    private static byte[] schedule() {
        byte[] schedule = new byte[ROUNDS * WORDS];
        for (int i = 0; i < schedule.length; i++) {
            schedule[i] = i < WORDS ? (byte) i : schedule[i / WORDS * WORDS - WORDS + PERMUTATION[i % WORDS]];
        }
        return schedule;
    }
}
