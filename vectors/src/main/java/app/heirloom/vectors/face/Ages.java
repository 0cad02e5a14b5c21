package app.heirloom.vectors.face;

import app.heirloom.library.person.profile.Birth;
import app.heirloom.library.recognition.gathering.Growth;
import app.heirloom.vectors.Vectors;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The faces of somebody whose birth date is known, by stages of life: faces are compared with what the person looked like
 * at about that age. So a child is told from what its sister was some years before.
 */
final class Ages {
    private final Birth birth;
    private final float[] @Nullable [] sums = new float[Growth.STAGES][];
    private final int[] counts = new int[Growth.STAGES];

    Ages(Birth birth) {
        this.birth = birth;
    }

    boolean precede(Instant captured) {
        return birth.excludes(captured);
    }

    void add(Collection<Face> faces) {
        for (Face face : faces) {
            int stage = stage(face);
            float[] vector = face.vector();
            float[] sum = sums[stage];
            if (sum == null) {
                sums[stage] = vector.clone();
            } else {
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += vector[i];
                }
            }
            counts[stage]++;
        }
    }

    private int stage(Face face) {
        return Growth.stage(birth.ageAt(face.sample().captured()));
    }

    /** Mean similarity to the faces, were they this person's; those at about the same age say most. */
    double similarity(Collection<Face> faces) {
        double similarity = 0;
        double weight = 0;
        for (Face face : faces) {
            int stage = stage(face);
            for (int other = 0; other < sums.length; other++) {
                float[] sum = sums[other];
                if (sum != null) {
                    double nearness = Growth.nearness(stage, other);
                    similarity += nearness * dot(sum, face.vector());
                    weight += nearness * counts[other];
                }
            }
        }
        return similarity / weight;
    }

    /** As {@link Cluster#cohesion}, those at about the same age saying most. */
    double cohesion(double expected, int pairsExpected) {
        double similarity = pairsExpected * expected;
        double pairs = pairsExpected;
        for (int stage = 0; stage < sums.length; stage++) {
            float[] sum = sums[stage];
            if (sum != null) {
                double count = counts[stage];
                similarity += (dot(sum, sum) - count) / 2;
                pairs += count * (count - 1) / 2;
                for (int other = 0; other < stage; other++) {
                    float[] otherSum = sums[other];
                    if (otherSum != null) {
                        double nearness = Growth.nearness(stage, other);
                        similarity += nearness * dot(sum, otherSum);
                        pairs += nearness * count * counts[other];
                    }
                }
            }
        }
        return similarity / pairs;
    }

    private static double dot(float[] one, float[] other) {
        return Vectors.dot(one, 0, other, 0, one.length);
    }
}
