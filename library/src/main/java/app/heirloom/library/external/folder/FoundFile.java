package app.heirloom.library.external.folder;

import java.nio.file.Path;
import java.util.Optional;

/** A photo or video that a walk came by, with the sidecar beside it. */
public record FoundFile(Path path, FileStamp stamp, Optional<SidecarFile> sidecar) {
    public String key() {
        return path.toString();
    }
}
