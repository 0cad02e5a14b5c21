package app.heirloom.library.embedding;

/** Makes embeddings of texts, to be compared with those of an {@link ImageEmbedder}. Safe for concurrent use. */
public interface TextEmbedder {
    /** The model whose pictures its texts compare with. */
    ModelId model();

    /** The embedding of a text in any language the model knows; what is too long for it is cut. */
    Embedding embed(String text);
}
