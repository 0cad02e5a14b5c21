package app.heirloom.library.gallery;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads files whole, to know them by their content. Safe for concurrent use. */
@FunctionalInterface
public interface ContentReader {
    /** What is known already. */
    @FunctionalInterface
    interface Known {
        Optional<Content> find(ContentHash hash);
    }

    /** Streams the file, whatever its size: once when its content is known, and once more to name a new one in full. */
    Content read(Path file, Known known) throws IOException;
}
