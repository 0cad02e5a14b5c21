package app.heirloom.library.identity;

import app.heirloom.library.embedding.Embedding;
import app.heirloom.library.identity.picture.PicturedFace;
import java.util.Collection;
import java.util.List;

/**
 * A group of faces without those that look too little like the rest.
 *
 * @param faces in the order of their keys
 * @param mean of their embeddings
 */
record Refinement(List<PicturedFace> faces, Embedding mean) {
    Refinement {
        faces = List.copyOf(faces);
    }

    /** Leaves out the farthest faces, and then those that are far from what is left, until none is. */
    static Refinement of(Collection<PicturedFace> group, double outlier) {
        List<PicturedFace> faces =
                group.stream().sorted((a, b) -> a.key().compareTo(b.key())).toList();
        while (true) {
            Embedding mean = mean(faces);
            List<PicturedFace> near = faces.stream()
                    .filter(face -> 1 - mean.similarity(face.embedding()) <= outlier)
                    .toList();
            if (near.size() == faces.size() || near.isEmpty()) {
                return new Refinement(near, mean);
            }
            faces = near;
        }
    }

    private static Embedding mean(List<PicturedFace> faces) {
        float[] sum = new float[faces.getFirst().embedding().size()];
        for (PicturedFace face : faces) {
            float[] values = face.embedding().values();
            for (int i = 0; i < sum.length; i++) {
                sum[i] += values[i];
            }
        }
        return Embedding.of(sum);
    }
}
