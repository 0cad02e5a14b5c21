package app.heirloom.storage.files;

import static java.lang.System.Logger.Level.WARNING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Removes a file that is of no use any more. */
final class Removal {
    private static final System.Logger LOG = System.getLogger(Removal.class.getName());

    private Removal() {}

    /** What cannot be removed now goes with the sweep of the next start. */
    static void quietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.log(WARNING, "Cannot remove " + file, e);
        }
    }
}
