package app.heirloom.storage.sql.album;

import app.heirloom.library.album.Album;
import app.heirloom.library.album.AlbumDetails;
import app.heirloom.library.album.AlbumId;
import app.heirloom.library.album.AlbumRole;
import app.heirloom.library.asset.Visibility;
import app.heirloom.storage.database.Codes;
import app.heirloom.storage.database.Database;
import app.heirloom.storage.database.Row;
import app.heirloom.storage.sql.row.AssetRows;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What the repositories of albums share. */
public final class AlbumRows {
    /** What {@link #album} reads. */
    static final String COLUMNS = """
            album.id, album.name, album.description, album.is_activity_enabled, album.is_newest_first,
            album.thumbnail_asset_id, album.created_at, album.updated_at
            """;

    /** Holds of an asset that albums show. */
    static final String IS_SHOWN = "asset.trashed_at is null and asset.visibility in (%d, %d)"
            .formatted(Codes.of(Visibility.TIMELINE), Codes.of(Visibility.ARCHIVE));

    /** The thumbnail while the album shows it, else the newest that it shows. */
    static final String COVER = """
            coalesce((
                select asset_id from album_asset
                where album_id = album.id and asset_id = album.thumbnail_asset_id and shown_local_at is not null), (
                select asset_id from album_asset where album_id = album.id and shown_local_at is not null
                order by shown_local_at desc, asset_id desc limit 1))
            """;

    private static final List<AlbumRole> ROLES = List.of(AlbumRole.OWNER, AlbumRole.EDITOR, AlbumRole.VIEWER);

    private AlbumRows() {}

    static Album album(Row row) {
        return new Album(
                new AlbumId(row.uuid()),
                new AlbumDetails(row.text(), row.text(), row.flag(), row.flag()),
                AssetRows.assetIdOrNull(row),
                row.instant(),
                row.instant());
    }

    /** Its contents changed. */
    public static void touch(Database database, UUID album, Instant now) {
        database.update(
                "update album set updated_at = ?, change_id = ? where id = ?", now, database.nextChange(), album);
    }

    /** A code, once given, stays. */
    static int codeOf(AlbumRole role) {
        return ROLES.indexOf(role);
    }

    static AlbumRole role(int code) {
        return ROLES.get(code);
    }
}
