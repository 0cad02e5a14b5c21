package app.heirloom.storage.sql.sync;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.event.ChangeId;
import app.heirloom.library.sync.Change;
import app.heirloom.library.sync.ChangeRange;
import app.heirloom.library.sync.Deletable;
import app.heirloom.library.sync.Deletion;
import app.heirloom.library.sync.SyncRepository;
import app.heirloom.library.sync.entity.SyncedAssetDocument;
import app.heirloom.library.sync.entity.SyncedExif;
import app.heirloom.library.sync.entity.SyncedFace;
import app.heirloom.library.sync.entity.SyncedPerson;
import app.heirloom.library.sync.entity.SyncedStack;
import app.heirloom.library.sync.entity.SyncedTextLine;
import app.heirloom.library.sync.entity.SyncedUser;
import app.heirloom.library.sync.entity.SyncedUserDocument;
import app.heirloom.library.user.UserId;
import app.heirloom.storage.database.Database;
import app.heirloom.storage.database.Row;
import app.heirloom.storage.sql.row.AssetRows;
import app.heirloom.storage.sql.row.Deletions;
import app.heirloom.storage.sql.row.TextRows;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Every query walks an index on change ids, so that a portion costs as much at the end of a library as at its start. */
public final class SqlSyncRepository implements SyncRepository {
    private final Database database;

    public SqlSyncRepository(Database database) {
        this.database = database;
    }

    @Override
    public ChangeId now() {
        return database.nextChange();
    }

    @Override
    public List<Change<SyncedUser>> listUsers(ChangeRange range) {
        return database.list(
                "select change_id, " + SyncRows.USER_COLUMNS
                        + "from app_user where change_id > ? and change_id < ? order by change_id limit ?",
                SyncRows.change(SyncRows::user),
                range.after(),
                range.before(),
                range.limit());
    }

    @Override
    public List<Change<SyncedUser>> listSelf(UserId self, ChangeRange range) {
        return list("app_user.id", "app_user", SyncRows.USER_COLUMNS, SyncRows::user, self.value(), range);
    }

    @Override
    public List<Change<Asset>> listAssets(UserId owner, ChangeRange range) {
        return list("asset.owner_id", "asset", AssetRows.COLUMNS, AssetRows::asset, owner.value(), range);
    }

    @Override
    public List<Change<SyncedExif>> listExifs(UserId owner, ChangeRange range) {
        return listOfAssets("asset_exif", SyncRows.EXIF_COLUMNS, SyncRows::exif, owner, range);
    }

    @Override
    public Optional<SyncedExif> findExif(AssetId asset) {
        return database.find(
                "select " + SyncRows.EXIF_COLUMNS
                        + "from asset_exif join asset on asset.id = asset_exif.asset_id where asset.id = ?",
                SyncRows::exif,
                asset.value());
    }

    @Override
    public List<Change<SyncedStack>> listStacks(UserId owner, ChangeRange range) {
        String columns = "id, owner_id, primary_asset_id, created_at, updated_at ";
        return list("stack.owner_id", "stack", columns, SyncRows::stack, owner.value(), range);
    }

    @Override
    public List<Change<SyncedTextLine>> listTexts(UserId owner, ChangeRange range) {
        return database.list(
                "select asset_text.change_id, asset_id, asset_text.position, " + TextRows.COLUMNS + """
                from asset_text cross join asset cross join text_line
                where asset.id = asset_id and asset.owner_id = ?
                  and text_line.checksum = asset.checksum and text_line.position = asset_text.position
                  and asset_text.change_id > ? and asset_text.change_id < ? order by asset_text.change_id limit ?
                """,
                SyncRows.change(SyncRows::text),
                owner.value(),
                range.after(),
                range.before(),
                range.limit());
    }

    @Override
    public List<Change<SyncedPerson>> listPeople(UserId owner, ChangeRange range) {
        String columns = """
                id, owner_id, name, birth_day, color, is_hidden, is_favorite,
                (select asset_id from asset_face where asset_face.id = person.feature_face_id), created_at, updated_at
                """;
        return list("person.owner_id", "person", columns, SyncRows::person, owner.value(), range);
    }

    @Override
    public List<Change<SyncedFace>> listFaces(UserId owner, ChangeRange range) {
        String columns = """
                asset_face.id, asset_id, person_id, source, image_width, image_height, x1, y1, x2, y2, is_visible
                """;
        return listOfAssets("asset_face", columns, SyncRows::face, owner, range);
    }

    @Override
    public List<Change<SyncedUserDocument>> listUserDocuments(UserId owner, ChangeRange range) {
        return list(
                "user_document.user_id",
                "user_document",
                "user_id, key, document ",
                row -> new SyncedUserDocument(new UserId(row.uuid()), row.text(), row.text()),
                owner.value(),
                range);
    }

    @Override
    public List<Change<SyncedAssetDocument>> listAssetDocuments(UserId owner, ChangeRange range) {
        return listOfAssets(
                "asset_document",
                "asset_id, key, document ",
                row -> new SyncedAssetDocument(new AssetId(row.uuid()), row.text(), row.text()),
                owner,
                range);
    }

    @Override
    public List<Change<Deletion>> listDeletions(Deletable what, UserId scope, ChangeRange range) {
        return database.list(
                """
                select change_id, id, second_id, key from deletion
                where entity = ? and scope_id = ? and change_id > ? and change_id < ? order by change_id limit ?
                """,
                SyncRows.change(SyncRows::deletion),
                Deletions.Entity.of(what).code(),
                scope.value(),
                range.after(),
                range.before(),
                range.limit());
    }

    @Override
    public void forgetDeletions(ChangeId before) {
        database.update("delete from deletion where change_id < ?", before);
    }

    private <T> List<Change<T>> list(
            String owner, String table, String columns, Function<Row, T> mapper, UUID id, ChangeRange range) {
        return database.list(
                "select change_id, " + columns + "from " + table + " where " + owner
                        + " = ? and change_id > ? and change_id < ? order by change_id limit ?",
                SyncRows.change(mapper),
                id,
                range.after(),
                range.before(),
                range.limit());
    }

    /** Rows that belong to assets; the cross join makes SQLite walk the rows by their changes. */
    private <T> List<Change<T>> listOfAssets(
            String table, String columns, Function<Row, T> mapper, UserId owner, ChangeRange range) {
        return database.list(
                "select " + table + ".change_id, " + columns + "from " + table + " cross join asset where asset.id = "
                        + table + ".asset_id and asset.owner_id = ? and " + table + ".change_id > ? and " + table
                        + ".change_id < ? order by " + table + ".change_id limit ?",
                SyncRows.change(mapper),
                owner.value(),
                range.after(),
                range.before(),
                range.limit());
    }
}
