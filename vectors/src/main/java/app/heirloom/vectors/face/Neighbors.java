package app.heirloom.vectors.face;

import java.util.Arrays;
import java.util.Set;

/**
 * The faces that are most like one, the nearest first. Which these are depends on nothing but which faces were offered, not
 * on when. Safe for concurrent use.
 */
final class Neighbors {
    /** More than enough to hold together what belongs together; groups larger than this are compared as wholes. */
    static final int LIMIT = 32;

    private static final int START = 4;

    private Face[] faces = new Face[START];
    private float[] similarities = new float[START];
    private int count;
    private boolean incomplete;

    synchronized void offer(Face face, float similarity) {
        if (count == LIMIT) {
            incomplete = true;
            if (!isBefore(similarity, face, count - 1)) {
                return;
            }
            count--;
        }
        if (count == faces.length) {
            faces = Arrays.copyOf(faces, 2 * count);
            similarities = Arrays.copyOf(similarities, 2 * count);
        }
        int at = count;
        while (at > 0 && isBefore(similarity, face, at - 1)) {
            faces[at] = faces[at - 1];
            similarities[at] = similarities[at - 1];
            at--;
        }
        faces[at] = face;
        similarities[at] = similarity;
        count++;
    }

    private boolean isBefore(float similarity, Face face, int index) {
        int order = Float.compare(similarities[index], similarity);
        return order < 0 || (order == 0 && Face.CANONICAL.compare(face, faces[index]) < 0);
    }

    /** Forgets faces that are gone; true when others would have their places but are not known. */
    synchronized boolean forget(Set<Face> gone) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (!gone.contains(faces[i])) {
                faces[kept] = faces[i];
                similarities[kept] = similarities[i];
                kept++;
            }
        }
        boolean isShortened = kept < count;
        Arrays.fill(faces, kept, count, null);
        count = kept;
        return isShortened && incomplete;
    }

    synchronized void clear() {
        Arrays.fill(faces, 0, count, null);
        count = 0;
        incomplete = false;
    }

    boolean contains(Face face) {
        for (int i = 0; i < count; i++) {
            if (faces[i] == face) {
                return true;
            }
        }
        return false;
    }

    int count() {
        return count;
    }

    Face face(int index) {
        return faces[index];
    }
}
