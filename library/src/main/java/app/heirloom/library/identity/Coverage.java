package app.heirloom.library.identity;

import app.heirloom.library.identity.picture.PicturedFace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Tells which set a face belongs to, by the nearest anchor. */
final class Coverage {
    private final double distance;
    private final List<Place> places = new ArrayList<>();

    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    private record Place(int set, Anchor anchor, float[] vector) {}

    /** A face, the set that it is nearest to, and the set's anchor that it is nearest to. */
    record Covered(PicturedFace face, int set, Anchor anchor, double distance) {}

    /** @param distance how far from an anchor a face may be */
    Coverage(Collection<IdentitySet> all, double distance) {
        this.distance = distance;
        for (IdentitySet set : all) {
            for (Anchor anchor : set.anchors()) {
                places.add(new Place(set.number(), anchor, anchor.embedding().values()));
            }
        }
    }

    /** Of equally near sets the one that comes first. */
    Optional<Covered> nearest(PicturedFace face) {
        float[] vector = face.embedding().values();
        Place best = null;
        float most = Float.NEGATIVE_INFINITY;
        for (Place place : places) {
            float similarity = dot(vector, place.vector);
            if (similarity > most) {
                most = similarity;
                best = place;
            }
        }
        return best != null && 1 - most <= distance
                ? Optional.of(new Covered(face, best.set, best.anchor, 1 - most))
                : Optional.empty();
    }

    /** Four sums side by side, which the compiler turns into vector instructions. */
    private static float dot(float[] a, float[] b) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        int i = 0;
        for (; i + 3 < a.length; i += 4) {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + 3] * b[i + 3];
        }
        for (; i < a.length; i++) {
            s0 += a[i] * b[i];
        }
        return s0 + s1 + s2 + s3;
    }
}
