package app.heirloom.inference.runtime;

import java.nio.file.Path;

/** Loads networks. Safe for concurrent use. */
@FunctionalInterface
public interface NetworkLoader {
    /**
     * Loads the network of a file.
     *
     * @throws app.heirloom.library.error.HeirloomException NOT_FOUND when the file is missing; INVALID when this loader
     *     cannot use it
     */
    LoadedNetwork load(Path file);
}
