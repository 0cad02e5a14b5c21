package app.heirloom.library.asset.blob;

import app.heirloom.library.asset.BlobKey;
import java.util.Collection;
import java.util.List;

/** Bytes whose rows are gone and which are to be removed: the journal that lets a removal outlive a crash. */
public interface RemovalRepository {
    List<BlobKey> list(int limit);

    /** Notes bytes that nobody needs any more. */
    void add(BlobKey key);

    /** Strikes keys off, once their bytes are gone. */
    void complete(Collection<BlobKey> keys);
}
