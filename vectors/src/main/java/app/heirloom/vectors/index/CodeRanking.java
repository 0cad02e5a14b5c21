package app.heirloom.vectors.index;

import app.heirloom.library.embedding.EmbeddingIndex.Neighbor;
import app.heirloom.library.embedding.EmbeddingIndex.Ranking;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.function.LongPredicate;

/**
 * Takes embeddings in portions by their codes, whole distances at a time, and sorts each portion by the vectors. The first
 * portion is deep, so that what is nearest is found although its code is not; where few are allowed it holds them all.
 */
final class CodeRanking implements Ranking {
    /** How many embeddings are looked at first; each further portion has twice as many. See decision 013. */
    static final int DEPTH = 4_000;

    private static final Comparator<Neighbor> NEAREST_FIRST =
            Comparator.comparingDouble(Neighbor::similarity).reversed().thenComparingLong(Neighbor::number);

    private final Generation.ToSimilarity similarity;
    private final short[] distances;
    private final int[] histogram = new int[SignCodes.BITS + 1];
    private final Slots slots;
    private final LongPredicate allowed;
    private final Lock lock;
    private List<Neighbor> portion = List.of();
    private int given;
    private int depth = DEPTH;
    private int radius;

    /** @param lock held while the index is read */
    CodeRanking(Generation generation, float[] query, LongPredicate allowed, Lock lock) {
        this.similarity = generation.similarities(query);
        this.distances = generation.distances(query);
        this.slots = generation.slots();
        this.allowed = allowed;
        this.lock = lock;
        for (short distance : distances) {
            histogram[distance]++;
        }
    }

    @Override
    public List<Neighbor> next(int count) {
        lock.lock();
        try {
            var next = new ArrayList<Neighbor>(Math.min(count, distances.length));
            while (next.size() < count && (given < portion.size() || findPortion())) {
                next.add(portion.get(given++));
            }
            return next;
        } finally {
            lock.unlock();
        }
    }

    /** False when there is nothing more. */
    private boolean findPortion() {
        var found = new ArrayList<Neighbor>();
        while (found.size() < depth && radius <= SignCodes.BITS) {
            int from = radius;
            int seen = 0;
            while (radius <= SignCodes.BITS && seen < depth) {
                seen += histogram[radius++];
            }
            collect(from, radius, found);
        }
        found.sort(NEAREST_FIRST);
        portion = found;
        given = 0;
        depth *= 2;
        return !portion.isEmpty();
    }

    private void collect(int from, int end, List<Neighbor> found) {
        for (int slot = 0; slot < distances.length; slot++) {
            if (distances[slot] >= from && distances[slot] < end && slots.isLive(slot)) {
                long number = slots.number(slot);
                if (allowed.test(number)) {
                    found.add(new Neighbor(number, similarity.of(slot)));
                }
            }
        }
    }
}
