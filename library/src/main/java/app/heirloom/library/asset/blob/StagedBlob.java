package app.heirloom.library.asset.blob;

import app.heirloom.library.asset.Checksum;

/**
 * Bytes that were received and hashed but belong to no asset yet. They are gone when it is closed without having been
 * {@linkplain BlobStore#keep kept}, and after a crash.
 */
public interface StagedBlob extends AutoCloseable {
    Checksum checksum();

    long sizeInBytes();

    @Override
    void close();
}
