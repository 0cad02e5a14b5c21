package app.heirloom.library.embedding;

import java.util.List;

/** Makes embeddings of whole pictures, to be compared with those of a {@link TextEmbedder}. Safe for concurrent use. */
public interface ImageEmbedder {
    ModelId model();

    /** How many numbers its embeddings have. */
    int size();

    /** The longest side in pixels that it makes use of. */
    int longestSide();

    /** One for each picture, in their order. */
    List<Embedding> embed(List<Picture> pictures);
}
