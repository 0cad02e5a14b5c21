package app.heirloom.library.asset;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.user.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Assets and their files. Every change takes a new change id; trashed assets are found like others. */
public interface AssetRepository {
    Optional<Asset> find(AssetId id);

    /** Those that exist, in no particular order. */
    List<Asset> list(Collection<AssetId> ids);

    /** The owner's asset with exactly this content, if any. */
    Optional<AssetId> findByChecksum(UserId owner, Checksum checksum);

    /** The owner's assets among these checksums; the others are absent. */
    List<ContentMatch> listByChecksum(UserId owner, Collection<Checksum> checksums);

    /**
     * Adds an asset unless its owner has one with the same content.
     *
     * @return whether it was added; the unique (owner, checksum) decides between concurrent uploads
     */
    boolean add(Asset asset);

    /** Writes times, appearance and state; an original never changes. */
    void save(Asset asset);

    /**
     * Removes the assets, their files' rows and everything that hangs on them, gives the quota back, and notes the
     * bytes that nobody needs any more to be removed.
     */
    void remove(Collection<AssetId> ids);

    /** What the owner has thrown away; not what is in the trash only since its file could not be found. */
    List<AssetId> listTrashed(UserId owner);

    /** What anybody threw away before that. */
    List<AssetId> listTrashedBefore(Instant instant, int limit);

    /** Whether a row, of an asset or of one of its files, rests on these bytes. */
    boolean isReferenced(BlobKey key);

    List<AssetFile> listFiles(AssetId id);

    Optional<AssetFile> findFile(AssetId id, FileKind kind);

    /** Adds the file, or replaces the one of the same kind. */
    void saveFile(AssetFile file);

    /** Counts the owner's assets for which the filter holds; null leaves a criterion out. */
    AssetCounts count(UserId owner, AssetFilter filter);

    /** The asset, or a NO_ACCESS failure. */
    default Asset get(AssetId id) {
        return find(id).orElseThrow(() -> ErrorCode.NO_ACCESS.exception("Not found or no asset.read access"));
    }
}
