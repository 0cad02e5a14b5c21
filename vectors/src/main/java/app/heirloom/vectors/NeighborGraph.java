package app.heirloom.vectors;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/** For each row its most similar others, found by comparing all with all; the same whatever the order of work. */
public final class NeighborGraph {
    /** Two rows and how similar they are; the first is the lesser row. */
    public record Edge(int row, int other, float similarity) {
        /** The most similar first; ties by row, so that the order never depends on chance. */
        static final Comparator<Edge> BEST_FIRST = Comparator.comparingDouble(Edge::similarity)
                .reversed()
                .thenComparingInt(Edge::row)
                .thenComparingInt(Edge::other);
    }

    private NeighborGraph() {}

    /**
     * The edges between each row and at most so many of its nearest neighbours, each edge once.
     *
     * @param least similarity below which rows are no neighbours
     */
    public static List<Edge> of(Vectors vectors, int neighbors, float least) {
        List<Edge> edges = IntStream.range(0, vectors.rows())
                .parallel()
                .mapToObj(row -> nearest(vectors, row, neighbors, least))
                .flatMap(List::stream)
                .sorted(Edge.BEST_FIRST)
                .toList();
        var distinct = new ArrayList<Edge>(edges.size());
        for (Edge edge : edges) {
            if (distinct.isEmpty() || !distinct.getLast().equals(edge)) {
                distinct.add(edge);
            }
        }
        return distinct;
    }

    private static List<Edge> nearest(Vectors vectors, int row, int neighbors, float least) {
        var best = new PriorityQueue<Edge>(Edge.BEST_FIRST.reversed());
        for (int other = 0; other < vectors.rows(); other++) {
            float similarity = other == row ? -2 : vectors.similarity(Math.min(row, other), Math.max(row, other));
            if (similarity < least) {
                continue;
            }
            best.add(new Edge(Math.min(row, other), Math.max(row, other), similarity));
            if (best.size() > neighbors) {
                best.remove();
            }
        }
        return Arrays.asList(best.toArray(Edge[]::new));
    }
}
