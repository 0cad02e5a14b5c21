package app.heirloom.library.asset;

/** A file that belongs to an asset, besides its original. */
public record AssetFile(AssetId asset, FileKind kind, BlobKey key, long sizeInBytes) {}
