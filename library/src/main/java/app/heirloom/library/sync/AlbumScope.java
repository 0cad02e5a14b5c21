package app.heirloom.library.sync;

import app.heirloom.library.album.AlbumId;
import app.heirloom.library.event.ChangeId;
import app.heirloom.library.user.UserId;

/** Of which albums a member wants the changes. */
public sealed interface AlbumScope {
    UserId member();

    /** All that the member had joined by then. */
    record Joined(UserId member, ChangeId before) implements AlbumScope {}

    /** One, as long as the member belongs to it. */
    record One(UserId member, AlbumId album) implements AlbumScope {}
}
