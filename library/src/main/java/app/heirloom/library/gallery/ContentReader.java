package app.heirloom.library.gallery;

import java.io.IOException;
import java.nio.file.Path;

/** Reads files whole, to know them by their content. Safe for concurrent use. */
@FunctionalInterface
public interface ContentReader {
    /** Streams the file once, whatever its size. */
    Content read(Path file) throws IOException;
}
