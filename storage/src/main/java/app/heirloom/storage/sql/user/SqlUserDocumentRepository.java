package app.heirloom.storage.sql.user;

import app.heirloom.library.user.UserId;
import app.heirloom.library.user.document.UserDocument;
import app.heirloom.library.user.document.UserDocumentRepository;
import app.heirloom.storage.database.Database;
import app.heirloom.storage.database.Row;
import app.heirloom.storage.sql.row.Deletions;
import java.util.Optional;

public final class SqlUserDocumentRepository implements UserDocumentRepository {
    private final Database database;
    private final Deletions deletions;

    public SqlUserDocumentRepository(Database database) {
        this.database = database;
        this.deletions = new Deletions(database);
    }

    @Override
    public Optional<String> find(UserId user, UserDocument key) {
        return database.find(
                "select document from user_document where user_id = ? and key = ?", Row::text, user.value(), key.key());
    }

    @Override
    public void save(UserId user, UserDocument key, String document) {
        database.update("""
                insert into user_document (user_id, key, document, change_id) values (?, ?, ?, ?)
                on conflict (user_id, key) do update set document = excluded.document, change_id = excluded.change_id
                """, user.value(), key.key(), document, database.nextChange());
    }

    @Override
    public void remove(UserId user, UserDocument key) {
        int removed =
                database.update("delete from user_document where user_id = ? and key = ?", user.value(), key.key());
        if (removed > 0) {
            deletions.note(Deletions.Entity.USER_DOCUMENT, user.value(), user.value(), key.key());
        }
    }
}
