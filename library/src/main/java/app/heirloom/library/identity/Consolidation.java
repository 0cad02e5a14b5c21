package app.heirloom.library.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Finds sets of one user that may be one person, by complete linkage: all sets of a proposal are alike, each with each.
 * (By single linkage chains come out whose ends have nothing in common.) Sets with different names are different people,
 * and so are those that are on one picture.
 */
public final class Consolidation {
    /** Up to which distance sets are proposed; less than what covers a face, since the anchors of sets say more. */
    public static final double DISTANCE = 0.40;

    private final double distance;

    /** @param distance cosine distance between anchors, up to which two sets may be one person */
    public Consolidation(double distance) {
        IdentityTerms.requireDistance(distance, "The distance of sets");
        this.distance = distance;
    }

    /** Sets that were found to be alike, and how far they are from others. */
    private record Group(int order, TreeSet<Integer> sets, Map<Group, Double> near) {
        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return order;
        }
    }

    private record Pair(Group one, Group other, double distance) {
        static final Comparator<Pair> NEAREST_FIRST = Comparator.comparingDouble(Pair::distance)
                .thenComparingInt(pair -> pair.one.order)
                .thenComparingInt(pair -> pair.other.order);
    }

    /** The most alike first. */
    public List<MergeProposal> propose(List<IdentitySet> sets) {
        List<Group> groups = new ArrayList<>();
        sets.forEach(
                set -> groups.add(new Group(groups.size(), new TreeSet<>(List.of(set.number())), new HashMap<>())));
        PriorityQueue<Pair> pairs = new PriorityQueue<>(Pair.NEAREST_FIRST);
        IntStream.range(0, groups.size())
                .parallel()
                .boxed()
                .flatMap(one -> IntStream.range(one + 1, groups.size())
                        .mapToObj(other ->
                                new Pair(groups.get(one), groups.get(other), between(sets.get(one), sets.get(other)))))
                .filter(pair ->
                        pair.distance <= distance && !sets.get(pair.one.order).isBeside(sets.get(pair.other.order)))
                .toList()
                .forEach(pair -> add(pair, pairs));
        return merge(groups, pairs);
    }

    private static void add(Pair pair, PriorityQueue<Pair> pairs) {
        pair.one.near.put(pair.other, pair.distance);
        pair.other.near.put(pair.one, pair.distance);
        pairs.add(pair);
    }

    private static List<MergeProposal> merge(List<Group> groups, PriorityQueue<Pair> pairs) {
        Map<Group, Double> merged = new HashMap<>();
        List<Group> left = new ArrayList<>(groups);
        int made = groups.size();
        while (!pairs.isEmpty()) {
            Pair nearest = pairs.remove();
            if (nearest.one.near.containsKey(nearest.other)) {
                var whole = new Group(made++, new TreeSet<>(nearest.one.sets), new HashMap<>());
                whole.sets.addAll(nearest.other.sets);
                nearest.one.near.forEach((other, far) -> {
                    Double farther = nearest.other.near.get(other);
                    if (farther != null) {
                        add(new Pair(whole, other, Math.max(far, farther)), pairs);
                    }
                });
                forget(nearest.one);
                forget(nearest.other);
                left.removeAll(List.of(nearest.one, nearest.other));
                left.add(whole);
                merged.put(whole, nearest.distance);
            }
        }
        return left.stream()
                .filter(merged::containsKey)
                .map(group -> new MergeProposal(
                        group.sets.first(),
                        List.copyOf(group.sets.tailSet(group.sets.first(), false)),
                        merged.getOrDefault(group, 0.0)))
                .sorted(Comparator.comparingDouble(MergeProposal::distance).thenComparingInt(MergeProposal::target))
                .toList();
    }

    private static void forget(Group group) {
        group.near.keySet().forEach(other -> other.near.remove(group));
        group.near.clear();
    }

    /** Between those anchors that are least alike; more than any distance when they are not one person. */
    private static double between(IdentitySet one, IdentitySet other) {
        boolean isComparable = one.owner().equals(other.owner()) && one.model().equals(other.model());
        boolean isNamedApart =
                !one.name().isEmpty() && !other.name().isEmpty() && !one.name().equals(other.name());
        if (!isComparable || isNamedApart) {
            return Double.POSITIVE_INFINITY;
        }
        double most = 0;
        for (Anchor anchor : one.anchors()) {
            for (Anchor another : other.anchors()) {
                most = Math.max(most, 1 - anchor.embedding().similarity(another.embedding()));
            }
        }
        return most;
    }
}
