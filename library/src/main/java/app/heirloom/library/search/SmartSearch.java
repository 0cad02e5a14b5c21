package app.heirloom.library.search;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.embedding.Embedding;
import app.heirloom.library.embedding.EmbeddingIndex;
import app.heirloom.library.embedding.EmbeddingRepository;
import app.heirloom.library.embedding.IndexUpkeep;
import app.heirloom.library.embedding.TextEmbedder;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.transaction.Transactions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds assets by what can be seen on them, among those that meet a criterion. Where words of the query can be read on an
 * asset, or are the name of a person on it, it comes further up.
 */
public final class SmartSearch {
    /** So many of the likest compete with those that have the words; all others follow. */
    private static final int COMPETITORS = 500;

    private static final int MOST_WITH_WORDS = 200;
    private static final int LEAST_LETTERS = 3;
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final ModelSuccession models;
    private final EmbeddingRepository embeddings;
    private final EmbeddedAssetRepository embedded;
    private final SearchRepository search;
    private final Transactions transactions;

    /** What understands queries, and where it looks. */
    public record Model(TextEmbedder texts, EmbeddingIndex index, IndexUpkeep upkeep) {}

    public SmartSearch(
            ModelSuccession models,
            EmbeddingRepository embeddings,
            EmbeddedAssetRepository embedded,
            SearchRepository search,
            Transactions transactions) {
        this.models = models;
        this.embeddings = embeddings;
        this.embedded = embedded;
        this.search = search;
        this.transactions = transactions;
    }

    /** A part of the result; the order that the query asks for does not matter. */
    public List<FoundAsset> listByText(String text, SearchQuery query) {
        Model model = models.current().getFirst();
        Embedding embedding = model.texts().embed(text);
        return transactions.read(() -> page(model, embedding, listByWords(text, query), query));
    }

    /**
     * The same by likeness to an asset that the caller may see.
     *
     * @throws app.heirloom.library.error.HeirloomException INVALID when the model has not looked at it yet
     */
    public List<FoundAsset> listByLikeness(Asset asset, SearchQuery query) {
        List<Model> current = models.current();
        Checksum content = asset.original().checksum();
        return transactions.read(() -> current.stream()
                .flatMap(model -> embeddings.find(model.index().model(), content).stream()
                        .map(embedding -> page(model, embedding, List.of(), query)))
                .findFirst()
                .orElseThrow(() -> ErrorCode.INVALID.exception(
                        "Smart search has not looked at the asset " + asset.id() + " yet")));
    }

    private List<FoundAsset> page(Model model, Embedding embedding, List<AssetId> withWords, SearchQuery query) {
        int start = query.page().start() instanceof SearchPage.Offset(int count) ? count : 0;
        int end = start + query.page().limit();
        var ranking = new FilteredRanking(model.index(), embedded, query.scope(), query.criterion());
        List<AssetId> likest = ranking.list(embedding, Math.max(COMPETITORS, end));
        List<AssetId> competitors = likest.subList(0, Math.min(COMPETITORS, likest.size()));
        Set<AssetId> all = new LinkedHashSet<>(RankFusion.of(List.of(competitors, withWords)));
        all.addAll(likest);
        List<AssetId> ids = all.stream().skip(start).limit(query.page().limit()).toList();
        return listInOrder(ids, query);
    }

    private List<FoundAsset> listInOrder(List<AssetId> ids, SearchQuery query) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<AssetId, FoundAsset> found = new HashMap<>();
        search.list(narrowed(query, new Criterion.OneOf(Property.ID, ids), ids.size()))
                .forEach(hit -> found.put(hit.asset().id(), hit));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /** Those with the most of the words first, and of equal ones the newest. */
    private List<AssetId> listByWords(String text, SearchQuery query) {
        Map<AssetId, Integer> matches = new LinkedHashMap<>();
        for (String word : words(text)) {
            Criterion has = new Criterion.Any(List.of(new Criterion.Reads(word), new Criterion.ShowsNamed(word)));
            search.list(narrowed(query, has, MOST_WITH_WORDS))
                    .forEach(hit -> matches.merge(hit.asset().id(), 1, Integer::sum));
        }
        List<AssetId> ordered = new ArrayList<>(matches.keySet());
        ordered.sort(Comparator.comparingInt(id -> -matches.getOrDefault(id, 0)));
        return ordered;
    }

    private static List<String> words(String text) {
        return Arrays.stream(BETWEEN_WORDS.split(text))
                .filter(word -> word.length() >= LEAST_LETTERS)
                .distinct()
                .toList();
    }

    private static SearchQuery narrowed(SearchQuery query, Criterion more, int limit) {
        return new SearchQuery(
                query.scope(),
                new Criterion.All(List.of(query.criterion(), more)),
                SearchOrder.NEWEST_FIRST,
                SearchPage.first(limit),
                query.withExif());
    }
}
