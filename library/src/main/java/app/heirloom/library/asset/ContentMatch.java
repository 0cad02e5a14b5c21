package app.heirloom.library.asset;

/** Says which asset holds a content already. */
public record ContentMatch(Checksum checksum, AssetId asset, boolean trashed) {}
