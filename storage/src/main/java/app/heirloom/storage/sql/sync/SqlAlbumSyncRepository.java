package app.heirloom.storage.sql.sync;

import app.heirloom.library.album.AlbumId;
import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.event.ChangeId;
import app.heirloom.library.sync.AlbumScope;
import app.heirloom.library.sync.AlbumSyncRepository;
import app.heirloom.library.sync.Change;
import app.heirloom.library.sync.ChangeRange;
import app.heirloom.library.sync.Deletable;
import app.heirloom.library.sync.Deletion;
import app.heirloom.library.sync.entity.SyncedAlbum;
import app.heirloom.library.sync.entity.SyncedAlbumAsset;
import app.heirloom.library.sync.entity.SyncedAlbumUser;
import app.heirloom.library.sync.entity.SyncedExif;
import app.heirloom.library.user.UserId;
import app.heirloom.storage.database.Database;
import app.heirloom.storage.database.Row;
import app.heirloom.storage.sql.row.AssetRows;
import app.heirloom.storage.sql.row.Deletions;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** In every query, {@code me} is the row by which the asking user belongs to an album. */
public final class SqlAlbumSyncRepository implements AlbumSyncRepository {
    private static final String RANGE = " and %1$s > ? and %1$s < ? order by %1$s limit ?";
    /** All albums: walk what was added by its changes. One album: take what it has. */
    private static final String LINKS = "from album_asset cross join album_user me"
            + " where me.album_id = album_asset.album_id and me.user_id = ? and ";

    private static final String IN_AN_ALBUM = """
            exists (select 1 from album_asset join album_user me on me.album_id = album_asset.album_id
              where album_asset.asset_id = asset.id and album_asset.change_id <= ? and me.user_id = ?
                and me.created_change_id < ?)
            """;

    private final Database database;
    private final SqlSyncRepository own;

    public SqlAlbumSyncRepository(Database database) {
        this.database = database;
        this.own = new SqlSyncRepository(database);
    }

    @Override
    public List<Change<AlbumId>> listJoined(UserId member, ChangeRange range) {
        return database.list(
                "select created_change_id, album_id from album_user where user_id = ?"
                        + RANGE.formatted("created_change_id"),
                SyncRows.change(row -> new AlbumId(row.uuid())),
                member.value(),
                range.after(),
                range.before(),
                range.limit());
    }

    @Override
    public List<Change<SyncedAlbum>> listAlbums(AlbumScope scope, ChangeRange range) {
        String sql = "select changed, id, owner_id, name, description, thumbnail_asset_id, is_activity_enabled,"
                + " is_newest_first, created_at, updated_at from (select album.*, owner.user_id as owner_id, case"
                + " when album.change_id > me.created_change_id then album.change_id"
                + " else me.created_change_id end as changed from album_user me"
                + " join album on album.id = me.album_id"
                + " join album_user owner on owner.album_id = album.id and owner.role = 0 where me.user_id = ? and "
                + condition(scope) + ") album where true" + RANGE.formatted("changed");
        return list(sql, SyncRows::album, scope, range);
    }

    @Override
    public List<Change<SyncedAlbumUser>> listUsers(AlbumScope scope, ChangeRange range) {
        String sql = "select member.change_id, member.album_id, member.user_id, member.role from album_user me"
                + " join album_user member on member.album_id = me.album_id where me.user_id = ? and "
                + condition(scope) + RANGE.formatted("member.change_id");
        return list(sql, SyncRows::albumUser, scope, range);
    }

    @Override
    public List<Change<SyncedAlbumAsset>> listLinks(AlbumScope scope, ChangeRange range) {
        String sql = "select album_asset.change_id, album_asset.album_id, album_asset.asset_id " + LINKS
                + condition(scope) + RANGE.formatted("album_asset.change_id");
        return list(sql, row -> new SyncedAlbumAsset(new AlbumId(row.uuid()), new AssetId(row.uuid())), scope, range);
    }

    @Override
    public List<Change<Asset>> listAssets(AlbumScope scope, ChangeRange range) {
        String sql = "select linked, " + AssetRows.COLUMNS + "from (" + links(scope, "")
                + ") link join asset on asset.id = link.linked_asset order by linked";
        return list(sql, row -> seenBy(scope.member(), AssetRows.asset(row)), scope, range);
    }

    @Override
    public List<Change<Asset>> listUpdatedAssets(AlbumScope.Joined scope, ChangeId addedUpTo, ChangeRange range) {
        String sql = "select change_id, " + AssetRows.COLUMNS
                + "from asset where " + IN_AN_ALBUM + " and owner_id in (select id from app_user)"
                + RANGE.formatted("change_id");
        return listUpdated(sql, row -> seenBy(scope.member(), AssetRows.asset(row)), scope, addedUpTo, range);
    }

    @Override
    public List<Change<SyncedExif>> listExifs(AlbumScope scope, ChangeRange range) {
        String known = "exists (select 1 from asset_exif where asset_exif.asset_id = album_asset.asset_id) and ";
        String sql = "select linked, " + SyncRows.EXIF_COLUMNS + "from (" + links(scope, known)
                + ") link join asset on asset.id = link.linked_asset"
                + " join asset_exif on asset_exif.asset_id = asset.id order by linked";
        return list(sql, SyncRows::exif, scope, range);
    }

    @Override
    public List<Change<SyncedExif>> listUpdatedExifs(AlbumScope.Joined scope, ChangeId addedUpTo, ChangeRange range) {
        String sql = "select asset_exif.change_id, " + SyncRows.EXIF_COLUMNS
                + "from asset_exif cross join asset where asset.id = asset_exif.asset_id and " + IN_AN_ALBUM
                + RANGE.formatted("asset_exif.change_id");
        return listUpdated(sql, SyncRows::exif, scope, addedUpTo, range);
    }

    @Override
    public List<Change<Deletion>> listLeft(UserId formerMember, ChangeRange range) {
        return own.listDeletions(Deletable.ALBUM, formerMember, range);
    }

    @Override
    public List<Change<Deletion>> listDeletions(Deletable what, AlbumScope scope, ChangeRange range) {
        String sql = "select deletion.change_id, deletion.id, second_id, key from album_user me"
                + " join deletion on deletion.scope_id = me.album_id and deletion.entity = "
                + Deletions.Entity.of(what).code() + " where me.user_id = ? and " + condition(scope)
                + RANGE.formatted("deletion.change_id");
        return list(sql, SyncRows::deletion, scope, range);
    }

    private static String links(AlbumScope scope, String known) {
        return "select album_asset.change_id as linked, album_asset.asset_id as linked_asset " + LINKS + known
                + condition(scope) + RANGE.formatted("album_asset.change_id");
    }

    private static String condition(AlbumScope scope) {
        return switch (scope) {
            case AlbumScope.Joined joined -> "me.created_change_id < ?";
            case AlbumScope.One one -> "me.album_id = ?";
        };
    }

    private static UUID argument(AlbumScope scope) {
        return switch (scope) {
            case AlbumScope.Joined(UserId member, ChangeId before) -> before.value();
            case AlbumScope.One(UserId member, AlbumId album) -> album.value();
        };
    }

    private <T> List<Change<T>> list(String sql, Function<Row, T> mapper, AlbumScope scope, ChangeRange range) {
        return database.list(
                sql,
                SyncRows.change(mapper),
                scope.member().value(),
                argument(scope),
                range.after(),
                range.before(),
                range.limit());
    }

    private <T> List<Change<T>> listUpdated(
            String sql, Function<Row, T> mapper, AlbumScope.Joined scope, ChangeId addedUpTo, ChangeRange range) {
        return database.list(
                sql,
                SyncRows.change(mapper),
                addedUpTo,
                scope.member().value(),
                scope.before(),
                range.after(),
                range.before(),
                range.limit());
    }

    private static Asset seenBy(UserId member, Asset asset) {
        return asset.owner().equals(member)
                ? asset
                : asset.withState(asset.state().withFavorite(false));
    }
}
