package app.heirloom.vectors.face;

import app.heirloom.library.person.profile.Birth;
import app.heirloom.vectors.Vectors;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Faces gathered so far. For vectors of length 1 the mean similarity of all pairs follows from their sum. */
final class Cluster {
    /** The share of photos, and one, that may be dated wrongly, as by a camera whose clock was never set. */
    private static final double WRONG_DATES = 0.1;

    private final Set<Long> marks;
    private int size = 1;
    private int joined;
    private final int order;
    private Cluster parent = this;
    private float[] sum;
    private double square;
    private boolean tied;
    private List<Face> faces;
    private @Nullable Ages ages;

    /** @param order place of the face among all that are gathered */
    Cluster(Face face, int order, Set<Long> marks) {
        this.order = order;
        this.marks = new HashSet<>(marks);
        this.faces = List.of(face);
        this.sum = face.vector();
        this.square = dot(sum, sum);
    }

    /** The cluster that this one has become part of, or itself. */
    Cluster whole() {
        Cluster cluster = this;
        while (cluster.parent != cluster) {
            cluster.parent = cluster.parent.parent;
            cluster = cluster.parent;
        }
        return cluster;
    }

    /** How many faces made it, without those that only joined. */
    int size() {
        return size;
    }

    int order() {
        return order;
    }

    /** How many faces there are, also those that only joined. */
    int count() {
        return size + joined;
    }

    boolean clashes(Cluster other) {
        return Knots.clash(marks, other.marks) || precedes(other) || other.precedes(this);
    }

    boolean clashes(Face face, Set<Long> others) {
        return Knots.clash(marks, others) || precedes(face);
    }

    /** Says when the person was born. */
    void bear(Birth birth) {
        if (ages == null) {
            ages = new Ages(birth);
            ages.add(faces);
        }
    }

    /** Whether the face was seen before the person was born. */
    boolean precedes(Face face) {
        return ages != null && ages.precede(face.sample().captured());
    }

    /** Whether so many of the other's faces were seen before the person was born that it cannot be wrong dates. */
    private boolean precedes(Cluster other) {
        if (ages == null) {
            return false;
        }
        long before = other.faces.stream().filter(this::precedes).count();
        return before == other.size || before > 1 + WRONG_DATES * other.size;
    }

    /** Says that a person put it together. */
    void tie() {
        tied = true;
    }

    boolean isTied() {
        return tied;
    }

    /** Mean similarity of the faces of one with those of the other. */
    double similarity(Cluster other) {
        if (ages != null && other.ages == null) {
            return ages.similarity(other.faces);
        }
        if (other.ages != null && ages == null) {
            return other.ages.similarity(faces);
        }
        return dot(sum, other.sum) / ((double) size() * other.size());
    }

    double similarity(Face face) {
        return ages == null ? dot(sum, face.vector()) / size() : ages.similarity(List.of(face));
    }

    /** Mean similarity of its faces with each other, as if so many pairs more had been seen that are so much alike. */
    double cohesion(double expected, int pairsExpected) {
        if (ages != null) {
            return ages.cohesion(expected, pairsExpected);
        }
        double pairs = size() * (size() - 1) / 2.0;
        double inside = (square - size()) / 2;
        return (inside + pairsExpected * expected) / (pairs + pairsExpected);
    }

    /** Takes over all of another cluster, which is part of this one from then on. */
    void absorb(Cluster other) {
        float[] both = size() == 1 ? sum.clone() : sum;
        for (int i = 0; i < both.length; i++) {
            both[i] += other.sum[i];
        }
        sum = both;
        square = dot(sum, sum);
        size += other.size;
        if (ages != null) {
            ages.add(other.faces);
        } else if (other.ages != null) {
            ages = other.ages;
            ages.add(faces);
        }
        faces = joined(faces, other.faces);
        marks.addAll(other.marks);
        tied |= other.tied;
        other.parent = this;
    }

    private static List<Face> joined(List<Face> some, List<Face> others) {
        List<Face> all = some.size() == 1 ? new ArrayList<>(some) : some;
        all.addAll(others);
        return all;
    }

    /** Adds a face that has no say in what the cluster looks like. */
    void join(Set<Long> others) {
        joined++;
        marks.addAll(others);
    }

    private static double dot(float[] one, float[] other) {
        return Vectors.dot(one, 0, other, 0, one.length);
    }
}
