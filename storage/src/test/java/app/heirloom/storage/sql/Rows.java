package app.heirloom.storage.sql;

import app.heirloom.library.album.AlbumId;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.grouping.StackId;
import app.heirloom.library.person.PersonId;
import app.heirloom.library.tag.TagId;
import app.heirloom.library.user.UserId;
import app.heirloom.storage.database.Database;
import app.heirloom.storage.database.DatabaseConfig;
import app.heirloom.storage.database.Dialect;
import app.heirloom.storage.database.Migrations;
import app.heirloom.storage.database.SqlTransactions;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes rows of other features into the database of a storage, so that tests need not wait for their use cases. */
public final class Rows implements AutoCloseable {
    private final SqlTransactions transactions;
    private final Database database;

    public Rows(DatabaseConfig config) {
        Dialect dialect = Dialect.of(config.url());
        try {
            this.transactions = SqlTransactions.open(
                    config, dialect, new Migrations(dialect), SqlTransactions.Changes.NONE, InstantSource.system());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        this.database = new Database(transactions, dialect);
    }

    /** The storage's own rows; inside its transactions, as everywhere. */
    public static Database of(SqlStorage storage) {
        return storage.database();
    }

    public AlbumId addAlbum(UserId owner) {
        AlbumId id = AlbumId.random();
        UUID change = UUID.randomUUID();
        write("insert into album values (?, 'Album', '', null, true, true, 0, 0, ?, 0)", id.value(), change);
        addMember(id, owner, 0);
        return id;
    }

    public void addMember(AlbumId album, UserId user, int role) {
        UUID change = UUID.randomUUID();
        write("insert into album_user values (?, ?, ?, 0, ?, ?)", album.value(), user.value(), role, change, change);
    }

    public void addTo(AlbumId album, AssetId asset) {
        write(
                "insert into album_asset values (?, ?, 0, ?, null, null)",
                album.value(),
                asset.value(),
                UUID.randomUUID());
    }

    public TagId addTag(UserId owner, @Nullable TagId parent) {
        TagId id = TagId.random();
        UUID parentId = parent == null ? null : parent.value();
        write("insert into tag values (?, ?, ?, ?, null, 0, 0)", id.value(), owner.value(), parentId, id.toString());
        return id;
    }

    public void addTo(TagId tag, AssetId asset) {
        write("insert into tag_asset values (?, ?)", tag.value(), asset.value());
    }

    public PersonId addPerson(UserId owner) {
        PersonId id = PersonId.random();
        write("""
                insert into person (id, owner_id, name, name_folded, is_hidden, is_favorite, created_at, updated_at, change_id)
                values (?, ?, '', '', false, false, 0, 0, ?)
                """, id.value(), owner.value(), UUID.randomUUID());
        return id;
    }

    public void addFace(AssetId asset, PersonId person, boolean isVisible) {
        write("""
                insert into asset_face (id, asset_id, person_id, source, image_width, image_height, x1, y1, x2, y2,
                  is_visible, change_id)
                values (?, ?, ?, 2, 10, 10, 1, 1, 2, 2, ?, ?)
                """, UUID.randomUUID(), asset.value(), person.value(), isVisible, UUID.randomUUID());
    }

    public void stack(AssetId asset, StackId stack, boolean isBehind) {
        write(
                "update asset set stack_id = ?, is_behind_primary = ? where id = ?",
                stack.value(),
                isBehind,
                asset.value());
    }

    public void setPlace(AssetId asset, @Nullable String city, @Nullable String country) {
        write("update asset_exif set city = ?, country = ? where asset_id = ?", city, country, asset.value());
    }

    private void write(String sql, @Nullable Object... arguments) {
        transactions.run(() -> database.update(sql, arguments));
    }

    @Override
    public void close() {
        transactions.close();
    }
}
