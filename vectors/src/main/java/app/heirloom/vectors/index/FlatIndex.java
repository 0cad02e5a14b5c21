package app.heirloom.vectors.index;

import app.heirloom.library.embedding.Embedding;
import app.heirloom.library.embedding.EmbeddingIndex;
import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;

/**
 * An index that looks at the code of every embedding, 64 bytes each, and then at the vectors of those that come near. It
 * needs no building, and filters are exact. Up to some three million embeddings that beats graphs; see decision 013.
 *
 * <p>It lies in two files beside each other, of which any may be deleted. What is missing or damaged, of another version or
 * model, begins empty.
 */
public final class FlatIndex implements EmbeddingIndex {
    /** After so many changes they are made to outlast a crash; fewer are checked one by one when it opens. */
    private static final int UNSECURED = 4_096;

    private final Path file;
    private final ModelId model;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private Generation generation;
    private int unsecured;

    private FlatIndex(Path file, ModelId model, Generation generation) {
        this.file = file;
        this.model = model;
        this.generation = generation;
    }

    /**
     * Opens an index, which reads all of its codes: a tenth of a second for a million. One process at a time.
     *
     * @param file its folder is made when it is missing; {@code file.N} beside it belongs to it
     * @throws HeirloomException DATA_DIRECTORY when it can be neither read nor begun anew
     */
    public static FlatIndex open(Path file, ModelId model, int dimensions) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return new FlatIndex(file, model, Generation.open(file, model, dimensions));
        } catch (IOException | UncheckedIOException e) {
            throw unusable(file, e);
        }
    }

    private static HeirloomException unusable(Path file, Exception cause) {
        return ErrorCode.DATA_DIRECTORY.exception(
                "Cannot use the index " + file + ", which can be made again. Make its folder writable, or delete it: "
                        + cause,
                cause);
    }

    @Override
    public ModelId model() {
        return model;
    }

    @Override
    public int size() {
        lock.readLock().lock();
        try {
            return generation.slots().size();
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public OptionalLong highest() {
        lock.readLock().lock();
        try {
            long highest = generation.slots().highest();
            return highest < 0 ? OptionalLong.empty() : OptionalLong.of(highest);
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public LongStream numbers() {
        lock.readLock().lock();
        try {
            return generation.slots().numbers();
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public void put(List<Entry> entries) {
        change(entries.size(), () -> entries.forEach(generation::put));
    }

    @Override
    public void remove(Collection<Long> numbers) {
        change(
                numbers.size(),
                () -> numbers.stream().filter(generation.slots()::contains).forEach(generation::remove));
    }

    private void change(int changes, Runnable work) {
        lock.writeLock().lock();
        try {
            work.run();
            unsecured += changes;
            if (generation.isStale()) {
                Generation old = generation;
                generation = old.rewritten(file);
                old.close();
                unsecured = 0;
            } else if (unsecured >= UNSECURED) {
                generation.secure();
                unsecured = 0;
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    public Ranking rank(Embedding query, LongPredicate allowed) {
        lock.readLock().lock();
        try {
            return new CodeRanking(generation, query.values(), allowed, lock.readLock());
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public void flush() {
        lock.writeLock().lock();
        try {
            generation.secure();
            generation.erase();
            unsecured = 0;
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            generation.secure();
            generation.close();
        } finally {
            lock.writeLock().unlock();
        }
    }
}
