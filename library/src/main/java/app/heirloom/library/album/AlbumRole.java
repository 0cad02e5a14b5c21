package app.heirloom.library.album;

import app.heirloom.library.user.Permission;

/** What a member may do with an album. */
public enum AlbumRole {
    /** Everything; each album has exactly one. */
    OWNER,
    /** Everything but deleting it. */
    EDITOR,
    /** Look at its assets and download them. */
    VIEWER;

    public boolean permits(Permission permission) {
        return switch (permission) {
            case ALBUM_READ, ALBUM_DOWNLOAD -> true;
            case ALBUM_UPDATE,
                    ALBUM_SHARE,
                    ALBUM_ASSET_CREATE,
                    ALBUM_ASSET_DELETE,
                    ALBUM_USER_CREATE,
                    ALBUM_USER_UPDATE,
                    ALBUM_USER_DELETE -> this != VIEWER;
            default -> this == OWNER;
        };
    }
}
