package app.heirloom.library.sync.entity;

import app.heirloom.library.album.AlbumId;
import app.heirloom.library.user.UserId;

/** That a user belongs to an album. */
public record SyncedAlbumUser(AlbumId album, UserId user, Role role) {
    /** What the user may do there. */
    public enum Role {
        OWNER,
        EDITOR,
        VIEWER
    }
}
