package app.heirloom.storage.sql.row;

import app.heirloom.library.sync.Deletable;
import app.heirloom.storage.database.Database;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Notes what clients must forget, in the transaction that removes it. */
public final class Deletions {
    /** What can be deleted. The numbers are stored: never change one. */
    public enum Entity {
        /** Scope: its owner. */
        ASSET(1),
        /** Scope: each user, since all know of all. */
        USER(2),
        /** The id is the album's; scope: the user who no longer sees it, a removed member too. */
        ALBUM(3),
        /** The ids are the album's and the user's; scope: the album. */
        ALBUM_USER(4),
        /** The ids are the album's and the asset's; scope: the album. */
        ALBUM_ASSET(5),
        /** Scope: its owner. */
        STACK(6),
        /** Scope: its owner. */
        PERSON(7),
        /** Scope: the owner of the asset. */
        FACE(8),
        /** The id is the user's, with the document's key; scope: the user. */
        USER_DOCUMENT(9),
        /** The id is the asset's, with the document's key; scope: its owner. */
        ASSET_DOCUMENT(10),
        /** The id is the asset's, of which all lines went; scope: its owner. */
        TEXT(11);

        private final int code;

        Entity(int code) {
            this.code = code;
        }

        public static Entity of(Deletable what) {
            return valueOf(what.name());
        }

        public int code() {
            return code;
        }
    }

    private final Database database;

    public Deletions(Database database) {
        this.database = database;
    }

    public void note(Entity entity, UUID scope, UUID id) {
        add(entity, scope, id, null, null);
    }

    public void note(Entity entity, UUID scope, UUID id, UUID secondId) {
        add(entity, scope, id, secondId, null);
    }

    public void note(Entity entity, UUID scope, UUID id, String key) {
        add(entity, scope, id, null, key);
    }

    private void add(Entity entity, UUID scope, UUID id, @Nullable UUID secondId, @Nullable String key) {
        database.update(
                "insert into deletion (change_id, entity, scope_id, id, second_id, key) values (?, ?, ?, ?, ?, ?)",
                database.nextChange(),
                entity.code(),
                scope,
                id,
                secondId,
                key);
    }
}
