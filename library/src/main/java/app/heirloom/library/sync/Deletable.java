package app.heirloom.library.sync;

/** What can go away. */
public enum Deletable {
    ASSET,
    USER,
    ALBUM,
    ALBUM_USER,
    ALBUM_ASSET,
    STACK,
    PERSON,
    FACE,
    USER_DOCUMENT,
    ASSET_DOCUMENT,
    /** All lines of an asset. */
    TEXT
}
