package app.heirloom.library.asset;

/** What an original is, decided by its extension alone. */
public enum AssetType {
    IMAGE,
    VIDEO
}
