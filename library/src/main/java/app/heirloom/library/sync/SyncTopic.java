package app.heirloom.library.sync;

/** What a client can ask for, in the order in which it is answered: what others refer to comes first. */
public enum SyncTopic {
    SELF,
    USERS,
    ASSETS,
    STACKS,
    ALBUM_ASSETS,
    ALBUMS_WITH_OWNER,
    ALBUMS,
    ALBUM_USERS,
    ALBUM_LINKS,
    EXIFS,
    ALBUM_EXIFS,
    TEXTS,
    PEOPLE,
    FACES,
    USER_DOCUMENTS,
    ASSET_DOCUMENTS
}
