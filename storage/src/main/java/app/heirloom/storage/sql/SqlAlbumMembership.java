package app.heirloom.storage.sql;

import app.heirloom.library.album.AlbumId;
import app.heirloom.library.search.AlbumMembership;
import app.heirloom.library.user.UserId;
import app.heirloom.storage.database.Database;

record SqlAlbumMembership(Database database) implements AlbumMembership {

    @Override
    public boolean isMember(UserId user, AlbumId album) {
        return database.exists(
                "select 1 from album_user where album_id = ? and user_id = ?", album.value(), user.value());
    }
}
