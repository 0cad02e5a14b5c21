package app.heirloom.storage.files;

import app.heirloom.library.asset.BlobKey;
import app.heirloom.library.asset.MediaFormat;
import app.heirloom.library.asset.blob.Draft;
import app.heirloom.library.error.ErrorCode;
import java.nio.file.Files;
import java.nio.file.Path;

/** Sidecars beside originals of external libraries: the only files that are written outside of the data directory. */
final class ExternalSidecar {
    private ExternalSidecar() {}

    static boolean isWritableBeside(BlobKey original) {
        return Files.isWritable(folderOf(original));
    }

    /** Hidden, so that no scan takes it for anything; of one name, so that a crash leaves no more than one. */
    static Draft draft(BlobKey key) {
        if (!MediaFormat.extensionOf(key.path()).equals(MediaFormat.SIDECAR_EXTENSION)) {
            throw ErrorCode.INVALID.exception("Nothing but a sidecar is written to an external library: " + key);
        }
        Path place = Path.of(key.path());
        Path draft = place.resolveSibling("." + place.getFileName() + "-draft" + MediaFormat.SIDECAR_EXTENSION);
        Removal.quietly(draft);
        return new DraftFile(draft, place);
    }

    private static Path folderOf(BlobKey key) {
        Path folder = Path.of(key.path()).getParent();
        if (folder == null) {
            throw new IllegalArgumentException(key + " is no file");
        }
        return folder;
    }
}
