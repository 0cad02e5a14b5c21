package app.heirloom.library.asset.blob;

import java.nio.file.Path;

/** A file in the making. It is gone when it is closed without having been published. */
public interface Draft extends AutoCloseable {
    /** Where to write it; nothing is there yet. Its extension is its key's. */
    Path path();

    /** Puts it in its place at once and returns its size in bytes. */
    long publish();

    @Override
    void close();
}
