package app.heirloom.library.duplicate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * Groups what is alike, directly or over others in between, but never two that must stay apart: the surest pairs are
 * joined first, and a pair that would bring such two together is not joined. The same pairs give the same groups,
 * whatever their order.
 */
final class ConstrainedGroups<T extends Comparable<T>> {
    /** Two that are alike, and how much. */
    record Edge<T extends Comparable<T>>(T one, T other, double likeness) {}

    private final BiPredicate<T, T> apart;
    private final Map<T, List<T>> groupOf = new HashMap<>();

    private ConstrainedGroups(BiPredicate<T, T> apart) {
        this.apart = apart;
    }

    /** The groups of two and more. */
    static <T extends Comparable<T>> List<List<T>> of(List<Edge<T>> edges, BiPredicate<T, T> apart) {
        var groups = new ConstrainedGroups<>(apart);
        edges.stream()
                .map(ConstrainedGroups::ordered)
                .sorted(Comparator.comparingDouble((Edge<T> edge) -> -edge.likeness())
                        .thenComparing(Edge::one)
                        .thenComparing(Edge::other))
                .forEach(edge -> groups.join(edge.one(), edge.other()));
        return groups.groupOf.values().stream()
                .distinct()
                .filter(group -> group.size() > 1)
                .map(group -> group.stream().sorted().toList())
                .sorted(Comparator.comparing(List::getFirst))
                .toList();
    }

    private static <T extends Comparable<T>> Edge<T> ordered(Edge<T> edge) {
        return edge.one().compareTo(edge.other()) <= 0 ? edge : new Edge<>(edge.other(), edge.one(), edge.likeness());
    }

    private void join(T one, T other) {
        List<T> first = group(one);
        if (first.contains(other)) {
            return;
        }
        List<T> second = group(other);
        if (first.stream().noneMatch(a -> second.stream().anyMatch(b -> apart.test(a, b)))) {
            first.addAll(second);
            second.forEach(member -> groupOf.put(member, first));
        }
    }

    private List<T> group(T member) {
        return groupOf.computeIfAbsent(member, alone -> new ArrayList<>(List.of(alone)));
    }
}
