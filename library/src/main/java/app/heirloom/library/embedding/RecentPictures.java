package app.heirloom.library.embedding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Pictures that were decoded just now, so that all models look at one decode: they come to the same asset one after the
 * other, or at once. Safe for concurrent use; whoever asks for what is being decoded waits for it.
 */
public final class RecentPictures {
    private final PictureReader reader;
    private final int longestSide;
    private final Map<Version, CompletableFuture<Picture>> recent;

    /** A file as it was when it was read. */
    private record Version(Path file, FileTime modified) {}

    /**
     * @param longestSide to which pictures are scaled down: what the most demanding model makes use of
     * @param capacity how many pictures are kept, of up to 3 * longestSide² bytes each
     */
    public RecentPictures(PictureReader reader, int longestSide, int capacity) {
        this.reader = reader;
        this.longestSide = longestSide;
        this.recent = new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Version, CompletableFuture<Picture>> eldest) {
                return size() > capacity;
            }
        };
    }

    /** As {@link PictureReader#read}; a picture that cannot be decoded is tried again at the next call. */
    public Picture get(Path file) {
        Version version = version(file);
        var mine = new CompletableFuture<Picture>();
        CompletableFuture<Picture> others;
        synchronized (recent) {
            others = recent.putIfAbsent(version, mine);
        }
        return others == null ? decode(version, mine) : join(others);
    }

    private Picture decode(Version version, CompletableFuture<Picture> promise) {
        try {
            promise.complete(reader.read(version.file(), longestSide));
        } catch (RuntimeException | Error e) {
            promise.completeExceptionally(e);
            synchronized (recent) {
                recent.remove(version, promise);
            }
        }
        return join(promise);
    }

    private static Picture join(CompletableFuture<Picture> promise) {
        try {
            return promise.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private static Version version(Path file) {
        try {
            return new Version(file, Files.getLastModifiedTime(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
