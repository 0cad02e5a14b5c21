package app.heirloom.library.external;

import java.nio.file.Path;
import java.util.Optional;

/** A photo or video that a walk came by, with the sidecar beside it. */
record FoundFile(Path path, FileStamp stamp, Optional<SidecarFile> sidecar) {
    String key() {
        return path.toString();
    }
}
