package app.heirloom.library.metadata.sidecar;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Writes what owners said about assets as XMP, for other programs and for a library that lost its database. */
public interface SidecarWriter {
    /**
     * Writes a sidecar that says this, durably, keeping all else that an earlier one says. A reader that is given it
     * finds the values of the edits, also those which say that there is nothing, the tags, and the named faces.
     *
     * @param earlier what it replaces; one that is no XMP is replaced altogether
     * @param target a new file
     */
    void write(Sidecar sidecar, Optional<Path> earlier, Path target) throws IOException;
}
