package app.heirloom.library.embedding;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Checksum;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The embeddings of record, by content and model. Each has a number; the younger, the higher. */
public interface EmbeddingRepository {
    /** Adds it, or replaces the content's by one with a higher number. */
    void save(ModelId model, Checksum content, Embedding embedding);

    Optional<Embedding> find(ModelId model, Checksum content);

    /** Those with higher numbers, in ascending order. */
    List<EmbeddingIndex.Entry> listAfter(ModelId model, long number, int limit);

    /** Which of these numbers there are. */
    Set<Long> listKnown(Collection<Long> numbers);

    /** The contents with these numbers. */
    List<Checksum> listContents(Collection<Long> numbers);

    /** Removes some of what other models made of contents that this one has seen, too; tells how many. */
    int removeSucceeded(ModelId successor, int limit);

    /** The next assets with a preview that the model has not seen, in the order of their ids. */
    List<AssetId> listUnseen(ModelId model, AssetId after, int limit);
}
