package app.heirloom.library.asset;

/**
 * The bytes as received, which are never modified.
 *
 * @param fileName the name it came with, without folders
 * @param checksum SHA-1 of the bytes
 * @param sizeInBytes how many bytes there are
 * @param key where the {@link app.heirloom.library.asset.blob.BlobStore} keeps them
 */
public record Original(String fileName, AssetType type, Checksum checksum, long sizeInBytes, BlobKey key) {}
