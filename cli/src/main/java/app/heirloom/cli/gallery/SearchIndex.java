package app.heirloom.cli.gallery;

import app.heirloom.library.embedding.EmbeddingIndex;
import app.heirloom.library.embedding.ImageEmbedder;
import app.heirloom.vectors.index.FlatIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The index of a search. Beside an SQLite file it stays, in {@code FILE.search/}, so that the next search only takes in
 * what is new; for a database elsewhere, or while another search has it, it is made for this search alone.
 */
record SearchIndex(
        EmbeddingIndex index,
        @Nullable FileChannel lock,
        @Nullable Path temporary) implements AutoCloseable {
    /** @param library the database's own id: another one that took its name has another index */
    static SearchIndex open(Optional<Path> database, UUID library, ImageEmbedder images) {
        try {
            if (database.isPresent()) {
                Path file = database.get().toAbsolutePath();
                Path folder = Files.createDirectories(file.resolveSibling(file.getFileName() + ".search"));
                FileChannel channel =
                        FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock taken = channel.tryLock();
                if (taken != null) {
                    return new SearchIndex(index(folder.resolve(library.toString()), images), channel, null);
                }
                channel.close();
            }
            Path temporary = Files.createTempDirectory("heirloom-search");
            return new SearchIndex(index(temporary.resolve("index"), images), null, temporary);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmbeddingIndex index(Path file, ImageEmbedder images) {
        return FlatIndex.open(file, images.model(), images.size());
    }

    @Override
    public void close() {
        index.close();
        try {
            if (lock != null) {
                lock.close();
            }
            if (temporary != null) {
                remove(temporary);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
