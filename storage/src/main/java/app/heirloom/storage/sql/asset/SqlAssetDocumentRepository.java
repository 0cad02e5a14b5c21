package app.heirloom.storage.sql.asset;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.document.AssetDocument;
import app.heirloom.library.asset.document.AssetDocumentRepository;
import app.heirloom.storage.database.Database;
import app.heirloom.storage.database.Row;
import app.heirloom.storage.sql.row.Deletions;
import java.util.List;
import java.util.Optional;

public final class SqlAssetDocumentRepository implements AssetDocumentRepository {
    private static final String SELECT = "select asset_id, key, document, updated_at from asset_document ";

    private final Database database;
    private final Deletions deletions;

    public SqlAssetDocumentRepository(Database database) {
        this.database = database;
        this.deletions = new Deletions(database);
    }

    @Override
    public List<AssetDocument> list(AssetId asset) {
        return database.list(
                SELECT + "where asset_id = ? order by key", SqlAssetDocumentRepository::document, asset.value());
    }

    @Override
    public Optional<AssetDocument> find(AssetId asset, String key) {
        return database.find(
                SELECT + "where asset_id = ? and key = ?", SqlAssetDocumentRepository::document, asset.value(), key);
    }

    @Override
    public void save(AssetDocument document) {
        database.update(
                """
                insert into asset_document (asset_id, key, document, updated_at, change_id) values (?, ?, ?, ?, ?)
                on conflict (asset_id, key) do update set document = excluded.document,
                  updated_at = excluded.updated_at, change_id = excluded.change_id
                """,
                document.asset().value(),
                document.key(),
                document.json(),
                document.updated(),
                database.nextChange());
    }

    @Override
    public void remove(AssetId asset, String key) {
        boolean removed =
                database.update("delete from asset_document where asset_id = ? and key = ?", asset.value(), key) > 0;
        if (removed) {
            database.find("select owner_id from asset where id = ?", Row::uuid, asset.value())
                    .ifPresent(owner -> deletions.note(Deletions.Entity.ASSET_DOCUMENT, owner, asset.value(), key));
        }
    }

    private static AssetDocument document(Row row) {
        return new AssetDocument(new AssetId(row.uuid()), row.text(), row.text(), row.instant());
    }
}
