package app.heirloom.storage.sql.asset;

import app.heirloom.library.asset.BlobKey;
import app.heirloom.library.asset.blob.RemovalRepository;
import app.heirloom.storage.database.Database;
import java.util.Collection;
import java.util.List;

public final class SqlRemovalRepository implements RemovalRepository {
    private final Database database;

    public SqlRemovalRepository(Database database) {
        this.database = database;
    }

    @Override
    public List<BlobKey> list(int limit) {
        return database.list("select blob_key from blob_removal limit ?", row -> new BlobKey(row.text()), limit);
    }

    @Override
    public void add(BlobKey key) {
        database.update("insert into blob_removal (blob_key) values (?) on conflict do nothing", key.path());
    }

    @Override
    public void complete(Collection<BlobKey> keys) {
        Database.inPortions(
                keys,
                (portion, placeholders) -> database.update(
                        "delete from blob_removal where blob_key in " + placeholders,
                        portion.stream().map(BlobKey::path).toArray()));
    }
}
