package app.heirloom.library.identity.picture;

import java.util.Comparator;

/**
 * Names a face for good, wherever the picture lies.
 *
 * @param picture SHA-256 of the picture's bytes, 64 lower-case hexadecimal digits
 * @param index of the face among those that the model saw on it, from 0
 */
public record FaceKey(String picture, int index) implements Comparable<FaceKey> {
    private static final Comparator<FaceKey> ORDER =
            Comparator.comparing(FaceKey::picture).thenComparingInt(FaceKey::index);

    @Override
    public int compareTo(FaceKey other) {
        return ORDER.compare(this, other);
    }
}
