package app.heirloom.library.asset.blob;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.BlobKey;
import app.heirloom.library.asset.FileKind;
import app.heirloom.library.user.UserId;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.function.Predicate;

/**
 * Keeps the bytes of originals, sidecars and derivatives.
 *
 * <p>An original comes in three steps, so that a crash at any moment leaves neither bytes without a row nor a row
 * without bytes: {@link #stage} receives and hashes, {@link #secure} makes the bytes durable under their key-to-be, and
 * after the row is committed {@link #keep} moves them to their place. Whoever finds a committed row whose bytes are not
 * in their place yet finishes the move; bytes without a row are swept at the next start.
 */
public interface BlobStore {
    /** Receives bytes until the stream ends and hashes them on the way. Nothing is durable yet. */
    StagedBlob stage(InputStream bytes);

    /** The key of an original-to-be; of the file's name only the extension is used. */
    BlobKey originalKey(UserId owner, AssetId asset, String fileName);

    /**
     * The key of a derivative, or of the sidecar beside the original; the same for the same arguments. Where an external
     * library's folder cannot be written, the sidecar goes to the derivatives.
     */
    BlobKey keyOf(Asset asset, FileKind kind, String extension);

    /** The key of a small file that belongs to a user rather than to an asset; the name is not from user input. */
    BlobKey keyOf(UserId owner, String name);

    /** Makes staged bytes durable, to be found again by the key. */
    void secure(StagedBlob blob, BlobKey key);

    /** Moves secured bytes, whose row is committed, to their place; does nothing when they are there already. */
    void keep(BlobKey key);

    /**
     * Where the bytes lie, for reading only.
     *
     * @throws app.heirloom.library.error.HeirloomException NOT_FOUND when they are missing
     */
    Path locate(BlobKey key);

    /**
     * A file to be written and then published under the key at once, in the place of what was there. Of an external
     * library that can be a sidecar only.
     */
    Draft draft(BlobKey key);

    /** Removes the bytes; does nothing when there are none. */
    void remove(BlobKey key);

    /** How full the place is where originals go. */
    DiskSpace space();

    /**
     * After a crash: keeps secured bytes whose row was committed, and removes all other staged bytes, drafts, and files
     * of users that no row names.
     */
    void sweep(Predicate<BlobKey> isCommitted);
}
