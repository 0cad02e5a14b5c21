package app.heirloom.library.asset;

import app.heirloom.library.user.UserId;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * Keeps the bytes of originals and derivatives.
 *
 * <p>An original comes in three steps, so that a crash at any moment leaves neither an orphan nor a row without bytes:
 * {@link #stage} receives and hashes, {@link #secure} makes the bytes durable under the name of the asset-to-be, and
 * after the row is committed {@link #keep} moves them to their place. Whoever finds a committed row whose bytes are not
 * in their place yet finishes the move; bytes without a row are swept at the next start.
 */
public interface BlobStore {
    /** Receives bytes until the stream ends and hashes them on the way. Nothing is durable yet. */
    StagedBlob stage(InputStream bytes);

    /**
     * Makes staged bytes durable and returns the key they will have.
     *
     * @param fileName gives the key its extension, nothing else of it is used
     */
    BlobKey secure(StagedBlob blob, UserId owner, AssetId asset, String fileName);

    /** Moves the bytes of a committed row to their place; does nothing when they are there already. */
    void keep(BlobKey key);

    /**
     * Where the bytes lie, for reading only.
     *
     * @throws app.heirloom.library.error.HeirloomException NOT_FOUND when they are missing
     */
    Path locate(BlobKey key);

    /** The key of a derivative or sidecar of an asset, always the same for the same arguments. */
    BlobKey keyOf(Asset asset, FileKind kind, String extension);

    /** A new empty file on the same file system as the key's place, to be {@linkplain #publish published} there. */
    Path draft(BlobKey key);

    /** Puts a finished draft in its place at once, replacing what was there; returns its size in bytes. */
    long publish(Path draft, BlobKey key);

    /** Removes the bytes; does nothing when there are none. */
    void remove(BlobKey key);
}
