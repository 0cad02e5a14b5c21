package app.heirloom.storage;

import app.heirloom.library.embedding.Embedding;
import app.heirloom.library.embedding.EmbeddingIndex;
import app.heirloom.library.embedding.ModelId;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Compares with all there are, in memory. */
final class ExactIndex implements EmbeddingIndex {
    private final ModelId model;
    private final TreeMap<Long, Embedding> embeddings = new TreeMap<>();
    private long highest;

    ExactIndex(ModelId model) {
        this.model = model;
    }

    @Override
    public ModelId model() {
        return model;
    }

    @Override
    public synchronized int size() {
        return embeddings.size();
    }

    @Override
    public synchronized OptionalLong highest() {
        return highest == 0 ? OptionalLong.empty() : OptionalLong.of(highest);
    }

    @Override
    public synchronized LongStream numbers() {
        return List.copyOf(embeddings.keySet()).stream().mapToLong(number -> number);
    }

    @Override
    public synchronized void put(List<Entry> entries) {
        entries.forEach(entry -> embeddings.put(entry.number(), entry.embedding()));
        entries.forEach(entry -> highest = Math.max(highest, entry.number()));
    }

    @Override
    public synchronized void remove(Collection<Long> numbers) {
        embeddings.keySet().removeAll(numbers);
    }

    @Override
    public synchronized Ranking rank(Embedding query, LongPredicate allowed) {
        Iterator<Neighbor> ranked = embeddings.entrySet().stream()
                .filter(entry -> allowed.test(entry.getKey()))
                .map(entry -> new Neighbor(entry.getKey(), query.similarity(entry.getValue())))
                .sorted(Comparator.comparingDouble((Neighbor neighbor) -> -neighbor.similarity())
                        .thenComparingLong(Neighbor::number))
                .iterator();
        return count -> Stream.generate(() -> ranked)
                .limit(count)
                .takeWhile(Iterator::hasNext)
                .map(Iterator::next)
                .toList();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
