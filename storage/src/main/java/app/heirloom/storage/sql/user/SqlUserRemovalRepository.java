package app.heirloom.storage.sql.user;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.trash.UserRemovalRepository;
import app.heirloom.library.user.UserId;
import app.heirloom.storage.database.Database;
import app.heirloom.storage.database.Row;
import app.heirloom.storage.sql.row.Deletions;
import java.util.List;
import java.util.UUID;

/** Most rows of a user go by cascade; here go those that do not, and what others must forget is noted. */
public final class SqlUserRemovalRepository implements UserRemovalRepository {
    /** The code of a role in an album. */
    private static final int OWNER = 0;

    private record Membership(UUID album, UUID member) {}

    private final Database database;
    private final Deletions deletions;

    public SqlUserRemovalRepository(Database database) {
        this.database = database;
        this.deletions = new Deletions(database);
    }

    @Override
    public List<AssetId> listAssets(UserId owner, int limit) {
        return database.list(
                "select id from asset where owner_id = ? limit ?",
                row -> new AssetId(row.uuid()),
                owner.value(),
                limit);
    }

    @Override
    public void remove(UserId user) {
        removeAlbums(user.value());
        leaveAlbums(user.value());
        noteBlobs(user.value());
        database.update("delete from library where owner_id = ?", user.value());
        for (UUID other : database.list("select id from app_user where id <> ?", Row::uuid, user.value())) {
            deletions.note(Deletions.Entity.USER, other, user.value());
        }
        database.update("delete from app_user where id = ?", user.value());
    }

    /** Those that the user owns, with whatever others put in. */
    private void removeAlbums(UUID user) {
        String owned = "(select album_id from album_user where user_id = ? and role = ?)";
        database.list("""
                        select album_id, user_id from album_user
                        where album_id in %s""".formatted(owned), SqlUserRemovalRepository::membership, user, OWNER)
                .forEach(each -> deletions.note(Deletions.Entity.ALBUM, each.member(), each.album()));
        database.update("delete from album where id in " + owned, user, OWNER);
    }

    /** Those of others that were shared with the user. */
    private void leaveAlbums(UUID user) {
        database.list(
                        "select album_id, user_id from album_user where user_id = ?",
                        SqlUserRemovalRepository::membership,
                        user)
                .forEach(
                        each -> deletions.note(Deletions.Entity.ALBUM_USER, each.album(), each.album(), each.member()));
    }

    private void noteBlobs(UUID user) {
        database.update("""
                insert into blob_removal (blob_key)
                select profile_image_key from app_user where id = ? and profile_image_key is not null
                union select thumbnail_key from person where owner_id = ? and thumbnail_key is not null
                on conflict do nothing
                """, user, user);
    }

    private static Membership membership(Row row) {
        return new Membership(row.uuid(), row.uuid());
    }
}
