package app.heirloom.vectors;

import java.util.HashMap;
import java.util.Map;

/**
 * How well clusters agree with the truth.
 *
 * @param pairs over all pairs of items: whether "in one cluster" means "the same"
 * @param items BCubed (Bagga and Baldwin, 1998): the same asked for each item and averaged, so that large clusters do not
 *     outweigh small ones
 * @param clusters how many there are
 * @param truths how many there should be
 */
public record ClusterScores(Score pairs, Score items, int clusters, int truths) {
    /** Of what was said to belong together, how much does; and of what does, how much was said to. */
    public record Score(double precision, double recall) {
        /** The harmonic mean. */
        public double f1() {
            return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        }
    }

    /** Scores clusters by number against the true groups by number, item by item. */
    public static ClusterScores of(int[] clusters, int[] truths) {
        Map<Integer, Integer> clusterSizes = sizes(clusters);
        Map<Integer, Integer> truthSizes = sizes(truths);
        Map<Long, Integer> shared = new HashMap<>();
        for (int i = 0; i < clusters.length; i++) {
            shared.merge(key(clusters[i], truths[i]), 1, Integer::sum);
        }
        double both = pairs(shared);
        double precision = 0;
        double recall = 0;
        for (int i = 0; i < clusters.length; i++) {
            double common = shared.getOrDefault(key(clusters[i], truths[i]), 0);
            precision += common / clusterSizes.getOrDefault(clusters[i], 1);
            recall += common / truthSizes.getOrDefault(truths[i], 1);
        }
        return new ClusterScores(
                new Score(ratio(both, pairs(clusterSizes)), ratio(both, pairs(truthSizes))),
                new Score(ratio(precision, clusters.length), ratio(recall, clusters.length)),
                clusterSizes.size(),
                truthSizes.size());
    }

    private static long key(int cluster, int truth) {
        return ((long) cluster << Integer.SIZE) | truth;
    }

    private static Map<Integer, Integer> sizes(int[] numbers) {
        Map<Integer, Integer> sizes = new HashMap<>();
        for (int number : numbers) {
            sizes.merge(number, 1, Integer::sum);
        }
        return sizes;
    }

    private static double pairs(Map<?, Integer> sizes) {
        return sizes.values().stream()
                .mapToDouble(size -> size * (size - 1.0) / 2)
                .sum();
    }

    /** Nothing of nothing is all of it. */
    private static double ratio(double part, double whole) {
        return whole == 0 ? 1 : part / whole;
    }
}
