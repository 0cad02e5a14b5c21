package app.heirloom.library.external.folder;

import app.heirloom.library.asset.Checksum;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads folders that belong to somebody else, and never writes there. The data directory and what lies in it is not
 * seen, by whatever way a path leads to it.
 */
public interface FolderReader {
    /** Why photos cannot be taken from the folder, as a sentence for people; empty when they can. */
    Optional<String> objection(Path folder);

    /** The folder itself, whatever links lead to it. */
    Path realPath(Path folder) throws IOException;

    /** All that lies in the folder, in no particular order. */
    List<FolderEntry> list(Path folder) throws IOException;

    /** How the file looks now. */
    FileStamp stamp(Path file) throws IOException;

    /** The checksum of the file's bytes. */
    Checksum checksum(Path file) throws IOException;

    /** Whether there is certainly no such file; false when that cannot be told. */
    boolean isGone(Path file);
}
