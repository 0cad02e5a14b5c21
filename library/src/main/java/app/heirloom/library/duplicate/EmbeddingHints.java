package app.heirloom.library.duplicate;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.embedding.Embedding;
import app.heirloom.library.embedding.EmbeddingIndex;
import app.heirloom.library.embedding.EmbeddingIndex.Neighbor;
import app.heirloom.library.embedding.EmbeddingRepository;
import app.heirloom.library.embedding.IndexUpkeep;
import app.heirloom.library.transaction.Transactions;
import java.util.List;
import java.util.Optional;

/** Names those contents whose embeddings are nearest to an asset's: what was cropped off its centre, for one. */
public final class EmbeddingHints implements LookAlikes.Hints {
    /** So many are looked at; those of a burst crowd each other out, but their hashes find them too. */
    private static final int NEIGHBORS = 30;
    /** Immich's default of a distance of 0.01 is for judging; here others judge, and this only keeps their work small. */
    private static final double LEAST_SIMILARITY = 0.9;

    private final EmbeddingRepository embeddings;
    private final EmbeddingIndex index;
    private final IndexUpkeep upkeep;
    private final Transactions transactions;

    public EmbeddingHints(
            EmbeddingRepository embeddings, EmbeddingIndex index, IndexUpkeep upkeep, Transactions transactions) {
        this.embeddings = embeddings;
        this.index = index;
        this.upkeep = upkeep;
        this.transactions = transactions;
    }

    @Override
    public List<Checksum> near(Asset asset) {
        upkeep.catchUp();
        Optional<Embedding> own = transactions.read(
                () -> embeddings.find(index.model(), asset.original().checksum()));
        List<Long> numbers = own.map(embedding -> index.nearest(embedding, NEIGHBORS)).orElse(List.of()).stream()
                .filter(neighbor -> neighbor.similarity() >= LEAST_SIMILARITY)
                .map(Neighbor::number)
                .toList();
        return transactions.read(() -> embeddings.listContents(numbers));
    }
}
