package app.heirloom.storage.sql.asset;

import app.heirloom.library.asset.AssetId;
import app.heirloom.storage.database.Database;
import app.heirloom.storage.database.Row;
import app.heirloom.storage.sql.album.SqlAlbumAssetRepository;
import app.heirloom.storage.sql.row.AssetRows;
import app.heirloom.storage.sql.row.Deletions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Takes assets out of every table, and leaves notes for who must still learn of it. */
final class AssetRemoval {
    private record Deleted(UUID id, UUID owner) {}

    private final Database database;
    private final Deletions deletions;
    private final SqlAlbumAssetRepository albums;
    private final SqlStackRepository stacks;

    AssetRemoval(Database database, SqlStackRepository stacks) {
        this.database = database;
        this.deletions = new Deletions(database);
        this.albums = new SqlAlbumAssetRepository(database);
        this.stacks = stacks;
    }

    /** As {@link app.heirloom.library.asset.AssetRepository#remove} says. */
    void remove(Collection<AssetId> ids) {
        albums.removeFromAll(ids); // whose members know of an asset only through its album
        stacks.release(ids);
        var deleted = new ArrayList<Deleted>();
        Database.inPortions(ids, (portion, placeholders) -> {
            Object[] arguments = portion.stream().map(AssetId::value).toArray();
            database.forEach(
                    "select id, owner_id from asset where id in " + placeholders,
                    row -> deleted.add(new Deleted(row.uuid(), row.uuid())),
                    arguments);
            database.update(
                    "insert into blob_removal select blob_key from asset where library_id is null and id in "
                            + placeholders + " on conflict do nothing",
                    arguments);
            database.update(
                    "insert into blob_removal select blob_key from asset_file where " + AssetRows.OWN_FILES
                            + " and asset_id in " + placeholders + " on conflict do nothing",
                    arguments);
            noteContents(placeholders, arguments);
            unlinkStills(placeholders, arguments);
            database.update("delete from asset where id in " + placeholders, arguments);
        });
        deleted.forEach(asset -> deletions.note(Deletions.Entity.ASSET, asset.owner(), asset.id()));
    }

    /** For devices that still have them; of files elsewhere the checksum may be that of their path. */
    private void noteContents(String placeholders, Object[] assets) {
        List<Object> arguments = new ArrayList<>();
        arguments.add(database.nextChange().instant());
        arguments.addAll(List.of(assets));
        database.update(
                "insert into removed_content select owner_id, checksum, cast(? as bigint) from asset"
                        + " where library_id is null and id in " + placeholders
                        + " on conflict (owner_id, checksum) do update set removed_at = excluded.removed_at",
                arguments.toArray());
    }

    private void unlinkStills(String placeholders, Object[] videos) {
        List<UUID> stills =
                database.list("select id from asset where live_photo_video_id in " + placeholders, Row::uuid, videos);
        for (UUID still : stills) {
            database.update(
                    "update asset set live_photo_video_id = null, change_id = ? where id = ?",
                    database.nextChange(),
                    still);
        }
    }
}
