package app.heirloom.media.image;

import app.heirloom.library.gallery.PathText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file under a path that a program can be told. One whose name is no text has a link to it until this is closed.
 *
 * @param folder of the link; null when there is none
 */
record SpeakableFile(Path path, @Nullable Path folder) implements AutoCloseable {
    static SpeakableFile of(Path file) throws IOException {
        if (PathText.isText(file)) {
            return new SpeakableFile(file, null);
        }
        Path folder = Files.createTempDirectory("heirloom-link");
        return new SpeakableFile(Files.createSymbolicLink(folder.resolve("picture"), file.toAbsolutePath()), folder);
    }

    @Override
    public void close() throws IOException {
        if (folder != null) {
            Files.delete(path);
            Files.delete(folder);
        }
    }
}
