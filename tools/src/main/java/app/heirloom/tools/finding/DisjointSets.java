package app.heirloom.tools.finding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Numbers from 0 that are joined into sets, directly or over others in between. */
final class DisjointSets {
    private final int[] parents;

    DisjointSets(int size) {
        parents = IntStream.range(0, size).toArray();
    }

    void join(int one, int other) {
        int first = rootOf(one);
        int second = rootOf(other);
        parents[Math.max(first, second)] = Math.min(first, second);
    }

    /** The sets of two and more, and the numbers in them, in ascending order. */
    List<List<Integer>> sets() {
        Map<Integer, List<Integer>> sets = new LinkedHashMap<>();
        for (int number = 0; number < parents.length; number++) {
            int root = rootOf(number);
            if (root != number) {
                sets.computeIfAbsent(root, first -> new ArrayList<>(List.of(first)))
                        .add(number);
            }
        }
        return sets.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }

    private int rootOf(int number) {
        int root = number;
        while (parents[root] != root) {
            parents[root] = parents[parents[root]];
            root = parents[root];
        }
        return root;
    }
}
