package app.heirloom.library.face;

import app.heirloom.library.embedding.Embedding;
import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.embedding.Picture;

/** Makes embeddings of faces. */
public interface FaceEmbedder {
    ModelId model();

    /** How many numbers its embeddings have. */
    int size();

    /** The embedding of one face in the picture. */
    Embedding embed(Picture picture, DetectedFace face);
}
