package app.heirloom.cli.gallery;

import app.heirloom.library.embedding.EmbeddingIndex;
import app.heirloom.library.embedding.ImageEmbedder;
import app.heirloom.library.error.ErrorCode;
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
    private static final String LOCK = "lock";

    /** @param library the database's own id: another one that took its name has another index */
    static SearchIndex open(Optional<Path> database, UUID library, ImageEmbedder images) {
        try {
            if (database.isPresent()) {
                Path folder = Files.createDirectories(folder(database.get()));
                FileChannel channel = lock(folder);
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

    /**
     * Removes the index beside an SQLite file, once no search has it: of what was removed from the database nothing must be
     * left. The next search makes it anew.
     */
    static void forget(Path database) {
        Path folder = folder(database);
        if (Files.isDirectory(folder)) {
            try (FileChannel channel = lock(folder);
                    FileLock _ = channel.lock();
                    Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(file -> !file.endsWith(LOCK)).toList()) {
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw ErrorCode.DATA_DIRECTORY.exception(
                        "What was removed is still in the index of searches: delete the folder " + folder + " (" + e
                                + ")",
                        e);
            }
        }
    }

    private static Path folder(Path database) {
        Path file = database.toAbsolutePath();
        return file.resolveSibling(file.getFileName() + ".search");
    }

    private static FileChannel lock(Path folder) throws IOException {
        return FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
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
