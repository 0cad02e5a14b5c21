package app.heirloom.library.face;

import app.heirloom.library.embedding.Embedding;
import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.embedding.Picture;
import java.util.List;

/** Finds faces and tells what each is like: a detector and an embedder that belong together. Safe for concurrent use. */
public interface FaceFinder {
    /** A face, in pixels of the picture. */
    record Found(DetectedFace face, FaceQuality quality, Embedding embedding) {}

    ModelId model();

    /** How many numbers its embeddings have. */
    int size();

    /** The longest side in pixels that it makes use of. */
    int longestSide();

    /** From which cosine similarity on two groups of faces are one person. */
    double likeness();

    /**
     * All faces that the detector is sure of, the surest first.
     *
     * @param scale how many pixels of the original one of the picture is, for the qualities
     */
    List<Found> find(Picture picture, float scale);
}
