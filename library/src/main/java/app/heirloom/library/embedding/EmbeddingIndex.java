package app.heirloom.library.embedding;

import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;

/**
 * Finds the embeddings of one model that are nearest to another. Embeddings are known by the numbers that their rows have
 * in the database, which are given out in ascending order. The database has the embeddings of record: an index is derived
 * from them, may be empty or behind at any time, and is brought up to date by putting all rows above {@link #highest()}, in
 * ascending order. Safe for concurrent use.
 *
 * <p>This is the seam for other kinds of index, such as a graph for many millions, or the database's own.
 */
public interface EmbeddingIndex extends AutoCloseable {
    /** An embedding with its number. */
    record Entry(long number, Embedding embedding) {}

    /** What was found, and its cosine similarity to what was asked for. */
    record Neighbor(long number, double similarity) {}

    /** All embeddings in the order of their likeness, found as far as they are asked for. For one thread. */
    interface Ranking {
        /** The next ones, the nearest first, those equally near by number; fewer than asked for only at the end. */
        List<Neighbor> next(int count);
    }

    ModelId model();

    /** How many embeddings there are to be found. */
    int size();

    /** The highest number put, which may have been removed since; empty when nothing is there. */
    OptionalLong highest();

    /** The numbers there are, in no order. */
    LongStream numbers();

    /**
     * Adds embeddings, or replaces those of the same numbers, which are not negative. A crash may lose those put last, but
     * none below the highest number that is left.
     */
    void put(List<Entry> entries);

    /** Removes what is there of these. */
    void remove(Collection<Long> numbers);

    /**
     * Ranks all embeddings that are allowed. The order depends on nothing but the query and what is in the index: whoever
     * asks for ten and ten more gets what twenty at once would be, as long as nothing was put or removed in between.
     *
     * @param allowed asked for as few numbers as will do, by one thread at a time
     */
    Ranking rank(Embedding query, LongPredicate allowed);

    /** The nearest of all. */
    default List<Neighbor> nearest(Embedding query, int count) {
        return rank(query, number -> true).next(count);
    }

    /** Makes what was put and removed outlast a crash; of what was removed or replaced, no code and no vector is left. */
    void flush();

    @Override
    void close();
}
