package app.heirloom.storage.sql.user;

import app.heirloom.library.user.document.ServerDocumentRepository;
import app.heirloom.storage.database.Database;
import app.heirloom.storage.database.Row;
import java.util.Optional;

public final class SqlServerDocumentRepository implements ServerDocumentRepository {
    private final Database database;

    public SqlServerDocumentRepository(Database database) {
        this.database = database;
    }

    @Override
    public Optional<String> find(String key) {
        return database.find("select document from server_document where key = ?", Row::text, key);
    }

    @Override
    public void save(String key, String document) {
        database.update("""
                insert into server_document (key, document) values (?, ?)
                on conflict (key) do update set document = excluded.document
                """, key, document);
    }
}
