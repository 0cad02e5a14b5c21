package app.heirloom.library.sync.entity;

/**
 * The kinds of entries in a sync stream; a client acknowledges each on its own. An update is of something that the client
 * has; a backfill, of what an album held before its member joined. The names are stored: never change one.
 */
public enum SyncEntity {
    SELF,
    USER,
    USER_DELETION,
    ASSET,
    ASSET_DELETION,
    STACK,
    STACK_DELETION,
    ALBUM_ASSET,
    ALBUM_ASSET_UPDATE,
    ALBUM_ASSET_BACKFILL,
    ALBUM_WITH_OWNER,
    ALBUM,
    ALBUM_DELETION,
    ALBUM_USER,
    ALBUM_USER_BACKFILL,
    ALBUM_USER_DELETION,
    ALBUM_LINK,
    ALBUM_LINK_BACKFILL,
    ALBUM_LINK_DELETION,
    EXIF,
    ALBUM_EXIF,
    ALBUM_EXIF_UPDATE,
    ALBUM_EXIF_BACKFILL,
    TEXT,
    TEXT_DELETION,
    PERSON,
    PERSON_DELETION,
    FACE,
    FACE_DELETION,
    USER_DOCUMENT,
    USER_DOCUMENT_DELETION,
    ASSET_DOCUMENT,
    ASSET_DOCUMENT_DELETION,
    /** The end of a stream. */
    COMPLETE
}
