package app.heirloom.library.likeness;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Finds the pictures that may be the same as another by their perceptual hashes. It compares them all: a million of them
 * take milliseconds. Pictures are known by numbers that are given out in ascending order. Safe for concurrent use.
 */
public final class PerceptualIndex {
    private final Hashes whole = new Hashes();
    private final Hashes crops = new Hashes();
    private long highest;

    /** The hashes of a picture, as in its {@link Fingerprint}. */
    public record Entry(long number, List<PerceptualHash> whole, List<PerceptualHash> crops) {}

    /** The highest number so far; 0 when there is none. */
    public synchronized long highest() {
        return highest;
    }

    /** Adds those that are not there yet, in ascending order. */
    public synchronized void add(Collection<Entry> entries) {
        for (Entry entry : entries) {
            if (entry.number() > highest) {
                entry.whole().forEach(hash -> whole.add(hash.bits(), entry.number()));
                entry.crops().forEach(hash -> crops.add(hash.bits(), entry.number()));
                highest = entry.number();
            }
        }
    }

    /** The numbers of those that are close, one as a whole and the other as a whole or cropped. */
    public synchronized SortedSet<Long> near(Fingerprint fingerprint) {
        SortedSet<Long> near = new TreeSet<>();
        for (PerceptualHash hash : fingerprint.whole()) {
            whole.addNear(hash, near);
            crops.addNear(hash, near);
        }
        fingerprint.crops().forEach(hash -> whole.addNear(hash, near));
        return near;
    }

    /** Bits and numbers side by side. */
    private static final class Hashes {
        private static final int FIRST_CAPACITY = 1024;

        private long[] bits = new long[FIRST_CAPACITY];
        private long[] numbers = new long[FIRST_CAPACITY];
        private int size;

        void add(long hash, long number) {
            if (size == bits.length) {
                bits = Arrays.copyOf(bits, 2 * size);
                numbers = Arrays.copyOf(numbers, 2 * size);
            }
            bits[size] = hash;
            numbers[size] = number;
            size++;
        }

        void addNear(PerceptualHash hash, Collection<Long> near) {
            for (int i = 0; i < size; i++) {
                if (PerceptualHash.distance(hash.bits(), bits[i]) <= Likeness.MAX_DISTANCE) {
                    near.add(numbers[i]);
                }
            }
        }
    }
}
