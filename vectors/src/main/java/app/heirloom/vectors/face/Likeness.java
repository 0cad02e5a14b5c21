package app.heirloom.vectors.face;

/**
 * From when on two clusters are one person: when their mean similarity is at least the model's likeness, and when it is not
 * much less than the similarity within them. The latter tells look-alikes: the mean similarity of two clusters over the
 * geometric mean of what they have within is the cosine of the angle between the people themselves, freed from what
 * differs from photo to photo (Spearman's correction for attenuation, 1904).
 *
 * <p>Of small clusters little is known within; they are taken to be such that the two conditions are one.
 */
record Likeness(double least) {
    /** Cosine between a person and itself at another age or in another light; measured, see decision 013. */
    private static final double SAME = 0.75;

    /** How many pairs of faces it takes to doubt what is expected of all people. */
    private static final int DOUBT = 3;

    /** How alike two clusters are, in units of what it takes: from 1 on they are one person. */
    double between(Cluster one, Cluster other) {
        double similarity = one.similarity(other);
        double within = Math.sqrt(cohesion(one) * cohesion(other));
        return Math.min(similarity / least, similarity / (SAME * within));
    }

    /** How alike a face is to a cluster that it alone cannot change, in units of what it takes. */
    double between(Face face, Cluster cluster) {
        return cluster.similarity(face) / (least * Math.sqrt(cohesion(cluster)));
    }

    private double cohesion(Cluster cluster) {
        return cluster.cohesion(least / SAME, DOUBT);
    }
}
