package app.heirloom.library.asset;

/**
 * Names a file in a {@link BlobStore}: a relative path with forward slashes, whose first segment is the kind of store
 * ({@code originals} or {@code derivatives}) and whose second is the owner. Made by the store, never from user input.
 */
public record BlobKey(String path) {
    @Override
    public String toString() {
        return path;
    }
}
