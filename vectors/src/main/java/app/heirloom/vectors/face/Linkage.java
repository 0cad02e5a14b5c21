package app.heirloom.vectors.face;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Joins the two most similar clusters until none are similar enough (agglomerative clustering with average linkage). Only
 * clusters that hold neighbours are tried, and large ones, since the neighbours of their faces may all be inside.
 *
 * <p>What was found about two clusters is found anew only when they have grown by an eighth since; so each pair is looked
 * at a number of times that grows with the logarithm of their size. The outcome depends on the order of the clusters, which
 * their content decides, and on nothing outside of what is connected with them.
 */
final class Linkage {
    private static final int LARGE = Neighbors.LIMIT / 2;

    private final Likeness likeness;
    private final PriorityQueue<Candidate> candidates = new PriorityQueue<>();
    private final Map<Cluster, Review> reviews = new HashMap<>();
    private int made;

    /** Two clusters that may be joined. */
    private record Candidate(Cluster one, Cluster other, double score, int size, int order)
            implements Comparable<Candidate> {
        @Override
        public int compareTo(Candidate that) {
            int byScore = Double.compare(that.score, score);
            return byScore != 0 ? byScore : Integer.compare(order, that.order);
        }
    }

    /** Clusters that were not alike enough to one, which looks at them again when it has grown to some size. */
    private static final class Review {
        private List<Cluster> others = new ArrayList<>();
        private int size;
    }

    Linkage(Likeness likeness) {
        this.likeness = likeness;
    }

    /** Says that two clusters hold neighbours. */
    void consider(Cluster one, Cluster other) {
        Cluster whole = one.whole();
        Cluster otherWhole = other.whole();
        if (whole == otherWhole || whole.clashes(otherWhole)) {
            return;
        }
        double score = likeness.between(whole, otherWhole);
        if (score >= 1) {
            candidates.add(new Candidate(whole, otherWhole, score, whole.size() + otherWhole.size(), made++));
        } else {
            postpone(whole, otherWhole);
            postpone(otherWhole, whole);
        }
    }

    private void postpone(Cluster cluster, Cluster other) {
        Review review = reviews.computeIfAbsent(cluster, any -> new Review());
        review.others.add(other);
        if (review.size == 0) {
            review.size = grown(cluster.size());
        }
    }

    private static int grown(int size) {
        return size + Math.max(1, size / 8);
    }

    /** Joins all that are alike enough. */
    void run(Collection<Cluster> all) {
        do {
            while (!candidates.isEmpty()) {
                Candidate best = candidates.remove();
                Cluster one = best.one.whole();
                Cluster other = best.other.whole();
                if (one == other) {
                    continue;
                }
                boolean isOutdated = one.size() + other.size() >= grown(best.size);
                if (isOutdated || likeness.between(one, other) < 1) {
                    consider(one, other);
                } else if (!one.clashes(other)) {
                    join(one, other);
                }
            }
            considerLarge(all);
        } while (!candidates.isEmpty());
    }

    private void join(Cluster one, Cluster other) {
        boolean isInOrder = one.size() > other.size() || (one.size() == other.size() && one.order() < other.order());
        Cluster larger = isInOrder ? one : other;
        Cluster smaller = isInOrder ? other : one;
        larger.absorb(smaller);
        Review review = reviews.get(larger);
        Review taken = reviews.remove(smaller);
        if (taken != null) {
            if (review == null) {
                review = taken;
                reviews.put(larger, review);
            } else {
                review.others.addAll(taken.others);
                review.size = Math.min(review.size, taken.size);
            }
        }
        if (review != null && larger.size() >= review.size) {
            reviews.remove(larger);
            Set<Cluster> seen = new HashSet<>();
            for (Cluster postponed : review.others) {
                if (seen.add(postponed.whole())) {
                    consider(larger, postponed);
                }
            }
        }
    }

    private void considerLarge(Collection<Cluster> all) {
        List<Cluster> large = all.stream()
                .filter(cluster -> cluster.whole() == cluster && cluster.size() > LARGE)
                .toList();
        for (int i = 0; i < large.size(); i++) {
            for (int j = i + 1; j < large.size(); j++) {
                if (likeness.between(large.get(i), large.get(j)) >= 1) {
                    consider(large.get(i), large.get(j));
                }
            }
        }
    }
}
