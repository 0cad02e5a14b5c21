package app.heirloom.library.search;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.embedding.Embedding;
import app.heirloom.library.embedding.EmbeddingIndex;
import app.heirloom.library.embedding.EmbeddingIndex.Neighbor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Assets that meet a criterion in the order of their likeness to an embedding. While many assets meet it, the likest are
 * asked for it; when that finds too few, the likeness of just those that meet it is ranked. Both give the same order.
 */
final class FilteredRanking {
    private static final int FIRST_BATCH = 500;
    private static final int BATCHES = 3;
    private static final int GROWTH = 4;

    private final EmbeddingIndex index;
    private final EmbeddedAssetRepository assets;
    private final SearchScope scope;
    private final Criterion criterion;

    FilteredRanking(EmbeddingIndex index, EmbeddedAssetRepository assets, SearchScope scope, Criterion criterion) {
        this.index = index;
        this.assets = assets;
        this.scope = scope;
        this.criterion = criterion;
    }

    /** The first so many; fewer only when there are no more. Called inside a transaction. */
    List<AssetId> list(Embedding embedding, int count) {
        List<AssetId> found = new ArrayList<>();
        EmbeddingIndex.Ranking ranking = index.rank(embedding, number -> true);
        int batch = Math.max(FIRST_BATCH, 2 * count);
        for (int i = 0; i < BATCHES && found.size() < count; i++) {
            List<Neighbor> next = ranking.next(batch);
            List<Long> numbers = next.stream().map(Neighbor::number).toList();
            addInOrder(next, assets.listByNumber(index.model(), scope, criterion, numbers), found);
            if (next.size() < batch) {
                return first(found, count);
            }
            batch *= GROWTH;
        }
        return found.size() < count ? listNarrow(embedding, count) : first(found, count);
    }

    private List<AssetId> listNarrow(Embedding embedding, int count) {
        Map<Long, List<AssetId>> allowed = assets.listAll(index.model(), scope, criterion);
        List<AssetId> found = new ArrayList<>();
        addInOrder(index.rank(embedding, allowed::containsKey).next(count), allowed, found);
        return first(found, count);
    }

    private static void addInOrder(List<Neighbor> order, Map<Long, List<AssetId>> assets, List<AssetId> found) {
        order.forEach(neighbor -> found.addAll(assets.getOrDefault(neighbor.number(), List.of())));
    }

    private static List<AssetId> first(List<AssetId> found, int count) {
        return found.subList(0, Math.min(count, found.size()));
    }
}
