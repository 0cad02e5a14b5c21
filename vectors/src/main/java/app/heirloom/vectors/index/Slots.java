package app.heirloom.vectors.index;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Which record has which number. Numbers mostly come in ascending order, so that they are found by halving; the few that do
 * not are kept in maps.
 */
final class Slots {
    private static final int NONE = -1;

    private final BitSet live = new BitSet();
    /** Embeddings that are gone, but of which the files may still have something. */
    private final BitSet gone = new BitSet();

    private final Map<Long, Integer> strays = new HashMap<>();
    private final Map<Integer, Long> strayNumbers = new HashMap<>();
    private long[] ascending = new long[1024];
    private int count;
    private int size;

    /** Notes the next record: an embedding of that number, which replaces an older one. */
    void put(long number) {
        kill(number);
        if (number > highest()) {
            append(number);
        } else {
            strays.put(number, count);
            strayNumbers.put(count, number);
            append(highest());
        }
        live.set(count - 1);
        size++;
    }

    /** Notes the next record: that a number is gone. */
    void remove(long number) {
        kill(number);
        append(highest());
    }

    private void append(long number) {
        if (count == ascending.length) {
            ascending = Arrays.copyOf(ascending, 2 * count);
        }
        ascending[count++] = number;
    }

    private void kill(long number) {
        int slot = find(number);
        if (slot != NONE) {
            live.clear(slot);
            gone.set(slot);
            size--;
        }
    }

    boolean contains(long number) {
        return find(number) != NONE;
    }

    private int find(long number) {
        Integer stray = strays.get(number);
        int slot = stray == null ? first(number) : stray;
        return slot != NONE && live.get(slot) && number(slot) == number ? slot : NONE;
    }

    /** The first record that is not before the number's: all behind it are strays or signs of removal. */
    private int first(long number) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending[middle] < number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < count ? low : NONE;
    }

    boolean isLive(int slot) {
        return live.get(slot);
    }

    long number(int slot) {
        Long stray = strayNumbers.isEmpty() ? null : strayNumbers.get(slot);
        return stray == null ? ascending[slot] : stray;
    }

    /** How many records there are, also those that no longer count. */
    int count() {
        return count;
    }

    /** How many embeddings there are. */
    int size() {
        return size;
    }

    /** The highest number ever put; -1 when there was none. */
    long highest() {
        return count == 0 ? NONE : ascending[count - 1];
    }

    /** Which records have embeddings that were removed or replaced since {@link #forgetGone}. */
    IntStream gone() {
        return gone.stream();
    }

    void forgetGone() {
        gone.clear();
    }

    LongStream numbers() {
        return LongStream.of(live.stream().mapToLong(this::number).toArray());
    }
}
