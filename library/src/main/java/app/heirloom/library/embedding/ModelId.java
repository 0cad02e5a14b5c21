package app.heirloom.library.embedding;

/** Names a model by its pack, as in {@code yunet-mobilefacenet}. Embeddings of two models never compare. */
public record ModelId(String name) {
    @Override
    public String toString() {
        return name;
    }
}
