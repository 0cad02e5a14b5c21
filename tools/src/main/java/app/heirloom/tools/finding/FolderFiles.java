package app.heirloom.tools.finding;

import app.heirloom.library.asset.MediaFormat;
import app.heirloom.library.external.folder.Exclusions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Comparator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Walks through a folder. Links are not followed: what they lead to would be its own duplicate. */
public record FolderFiles(Complaints complaints) {
    private static final Exclusions EXCLUSIONS = new Exclusions(Exclusions.DEFAULTS);

    /** Hears what is left out since it cannot be read. */
    @FunctionalInterface
    public interface Complaints {
        void unreadable(Path path, String reason);
    }

    /** A photo or video. */
    record Found(Path path, long sizeInBytes, Instant modified) implements Comparable<Found> {
        private static final Comparator<Found> ORDER = Comparator.comparing(Found::path);

        @Override
        public int compareTo(Found other) {
            return ORDER.compare(this, other);
        }
    }

    void walk(Path folder, Consumer<Found> action) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
                    boolean isLeftOut =
                            !path.equals(folder) && EXCLUSIONS.excludesFolder(path.toString(), nameOf(path));
                    return isLeftOut ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile()
                            && MediaFormat.find(nameOf(path)).isPresent()
                            && !EXCLUSIONS.excludesFile(path.toString(), nameOf(path))) {
                        action.accept(new Found(
                                path,
                                attributes.size(),
                                attributes.lastModifiedTime().toInstant()));
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path path, IOException failure) {
                    complaints.unreadable(path, failure.toString());
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path path, @Nullable IOException failure) {
                    if (failure != null) {
                        complaints.unreadable(path, failure.toString());
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("no visitor of ours throws", e);
        }
    }

    private static String nameOf(Path path) {
        return String.valueOf(path.getFileName());
    }
}
