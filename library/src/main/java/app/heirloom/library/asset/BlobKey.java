package app.heirloom.library.asset;

import java.nio.file.Path;

/**
 * Names a file. In a {@link app.heirloom.library.asset.blob.BlobStore} it is a relative path with forward slashes, whose
 * first segment is the kind of store ({@code originals} or {@code derivatives}) and whose second is the owner; made by the
 * store, never from user input. The original of an external library is named by its absolute path; so is a sidecar beside
 * it, the only file that is ever written there. Nothing there is ever removed.
 */
public record BlobKey(String path) {
    /** Names a file of an external library by its absolute path. */
    public static BlobKey external(Path file) {
        return new BlobKey(file.toString());
    }

    public boolean isExternal() {
        return Path.of(path).isAbsolute();
    }

    @Override
    public String toString() {
        return path;
    }
}
