package app.heirloom.vectors.face;

import app.heirloom.vectors.Vectors;
import java.util.HashSet;
import java.util.Set;

/** Faces gathered so far. For vectors of length 1 the mean similarity of all pairs follows from their sum. */
final class Cluster {
    private final Set<Long> marks;
    private int size = 1;
    private int joined;
    private final int order;
    private Cluster parent = this;
    private float[] sum;
    private double square;
    private boolean tied;

    /** @param order place of the face among all that are gathered */
    Cluster(Face face, int order, Set<Long> marks) {
        this.order = order;
        this.marks = new HashSet<>(marks);
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
        return Knots.clash(marks, other.marks);
    }

    boolean clashes(Set<Long> others) {
        return Knots.clash(marks, others);
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
        return dot(sum, other.sum) / ((double) size() * other.size());
    }

    double similarity(Face face) {
        return dot(sum, face.vector()) / size();
    }

    /** Mean similarity of its faces with each other, as if so many pairs more had been seen that are so much alike. */
    double cohesion(double expected, int pairsExpected) {
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
        marks.addAll(other.marks);
        tied |= other.tied;
        other.parent = this;
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
