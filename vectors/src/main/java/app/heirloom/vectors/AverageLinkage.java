package app.heirloom.vectors;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Clusters by joining the two most similar clusters until none are similar enough (agglomerative clustering with average
 * linkage). For vectors of length 1 the mean similarity of two clusters is the product of their sums over the product of
 * their sizes, so no matrix of all pairs is needed; only clusters that share an edge of the neighbour graph are tried.
 * Unlike connected components it does not chain: one face in between joins no two people.
 *
 * <p>The outcome depends on the vectors, not on their order, except between rows that are exactly alike.
 */
public final class AverageLinkage {
    private final Vectors vectors;
    private final float threshold;
    private final List<Cluster> clusters = new ArrayList<>();
    private final PriorityQueue<Candidate> candidates = new PriorityQueue<>();

    /** A pair of clusters that may be joined; a newer pair replaces it when one of the two has grown. */
    private record Candidate(Cluster one, Cluster other, float similarity) implements Comparable<Candidate> {
        @Override
        public int compareTo(Candidate that) {
            int bySimilarity = Float.compare(that.similarity, similarity);
            if (bySimilarity != 0) {
                return bySimilarity;
            }
            int byOne = Integer.compare(one.first(), that.one.first());
            return byOne != 0 ? byOne : Integer.compare(other.first(), that.other.first());
        }
    }

    private static final class Cluster {
        private final List<Integer> rows = new ArrayList<>();
        private final Set<Cluster> neighbors = new HashSet<>();
        private final float[] sum;
        private boolean joined;

        Cluster(int size) {
            this.sum = new float[size];
        }

        int first() {
            return rows.getFirst();
        }

        float similarity(Cluster other) {
            return Vectors.dot(sum, 0, other.sum, 0, sum.length) / ((float) rows.size() * other.rows.size());
        }
    }

    private AverageLinkage(Vectors vectors, float threshold) {
        this.vectors = vectors;
        this.threshold = threshold;
    }

    /**
     * For each row the number of its cluster; clusters are numbered by their first row.
     *
     * @param edges which rows are near each other at all, see {@link NeighborGraph}
     * @param threshold mean similarity that two clusters need to be joined
     */
    public static int[] cluster(Vectors vectors, List<NeighborGraph.Edge> edges, float threshold) {
        var linkage = new AverageLinkage(vectors, threshold);
        linkage.start(edges);
        linkage.run();
        return linkage.numbers();
    }

    private void start(List<NeighborGraph.Edge> edges) {
        for (int row = 0; row < vectors.rows(); row++) {
            var single = new Cluster(vectors.size());
            single.rows.add(row);
            vectors.addTo(single.sum, row);
            clusters.add(single);
        }
        for (NeighborGraph.Edge edge : edges) {
            consider(clusters.get(edge.row()), clusters.get(edge.other()));
        }
    }

    private void consider(Cluster one, Cluster other) {
        one.neighbors.add(other);
        other.neighbors.add(one);
        float similarity = one.similarity(other);
        if (similarity >= threshold) {
            boolean inOrder = one.first() < other.first();
            candidates.add(new Candidate(inOrder ? one : other, inOrder ? other : one, similarity));
        }
    }

    private void run() {
        while (!candidates.isEmpty()) {
            Candidate best = candidates.remove();
            if (!best.one.joined && !best.other.joined) {
                join(best.one, best.other);
            }
        }
    }

    private void join(Cluster one, Cluster other) {
        one.joined = true;
        other.joined = true;
        var whole = new Cluster(vectors.size());
        whole.rows.addAll(one.rows);
        whole.rows.addAll(other.rows);
        for (int i = 0; i < whole.sum.length; i++) {
            whole.sum[i] = one.sum[i] + other.sum[i];
        }
        clusters.set(whole.first(), whole);
        var around = new HashSet<>(one.neighbors);
        around.addAll(other.neighbors);
        for (Cluster neighbor : around) {
            neighbor.neighbors.remove(one);
            neighbor.neighbors.remove(other);
            if (!neighbor.joined) {
                consider(whole, neighbor);
            }
        }
    }

    private int[] numbers() {
        int[] numbers = new int[vectors.rows()];
        int number = 0;
        for (Cluster cluster : clusters) {
            if (!cluster.joined) {
                for (int row : cluster.rows) {
                    numbers[row] = number;
                }
                number++;
            }
        }
        return numbers;
    }
}
