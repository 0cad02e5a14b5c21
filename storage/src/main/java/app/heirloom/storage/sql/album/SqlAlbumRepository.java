package app.heirloom.storage.sql.album;

import app.heirloom.library.album.Album;
import app.heirloom.library.album.AlbumContents;
import app.heirloom.library.album.AlbumCounts;
import app.heirloom.library.album.AlbumDetails;
import app.heirloom.library.album.AlbumFilter;
import app.heirloom.library.album.AlbumId;
import app.heirloom.library.album.AlbumRepository;
import app.heirloom.library.album.AlbumRole;
import app.heirloom.library.album.AlbumSummary;
import app.heirloom.library.asset.AssetId;
import app.heirloom.storage.database.Database;
import app.heirloom.storage.database.Row;
import app.heirloom.storage.sql.row.AssetRows;
import app.heirloom.storage.sql.row.Condition;
import app.heirloom.storage.sql.row.Deletions;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

public final class SqlAlbumRepository implements AlbumRepository {
    private static final String IS_LINKED = "exists (select 1 from shared_link where shared_link.album_id = album.id)";
    private static final String IS_SHARED =
            "(" + IS_LINKED + " or (select count(*) from album_user as other where other.album_id = album.id) > 1)";
    private static final String IS_OWNED = "(album_user.role = " + AlbumRows.codeOf(AlbumRole.OWNER) + ")";

    /** All that it takes, triggers have kept or an index gives. */
    private static final String SUMMARIES = """
            select %s, %s, %s, shown_assets,
              (select min(shown_local_at) from album_asset where album_id = album.id),
              (select max(shown_local_at) from album_asset where album_id = album.id),
              (select max(shown_updated_at) from album_asset where album_id = album.id)
            from album join album_user on album_user.album_id = album.id where
            """.formatted(AlbumRows.COLUMNS, IS_LINKED, AlbumRows.COVER);

    private final Database database;
    private final Deletions deletions;

    public SqlAlbumRepository(Database database) {
        this.database = database;
        this.deletions = new Deletions(database);
    }

    @Override
    public Optional<Album> find(AlbumId id) {
        return database.find("select " + AlbumRows.COLUMNS + " from album where id = ?", AlbumRows::album, id.value());
    }

    @Override
    public List<AlbumSummary> list(AlbumFilter filter) {
        Condition condition = condition(filter);
        return database.list(
                SUMMARIES + condition.sql() + " order by album.created_at desc, album.id",
                SqlAlbumRepository::summary,
                condition.arguments());
    }

    private static Condition condition(AlbumFilter filter) {
        Condition condition =
                new Condition().and("album_user.user_id = ?", filter.member().value());
        filter.owned().ifPresent(owned -> condition.and(owned ? IS_OWNED : "not " + IS_OWNED));
        filter.shared().ifPresent(shared -> condition.and(shared ? IS_SHARED : "not " + IS_SHARED));
        filter.id().ifPresent(id -> condition.and("album.id = ?", id.value()));
        filter.name().ifPresent(name -> condition.and("album.name = ?", name));
        filter.asset()
                .ifPresent(asset -> condition.and(
                        "album.id in (select album_id from album_asset where asset_id = ?)", asset.value()));
        return condition;
    }

    private static AlbumSummary summary(Row row) {
        Album album = AlbumRows.album(row);
        boolean isLinked = row.flag();
        AssetId cover = AssetRows.assetIdOrNull(row);
        return new AlbumSummary(album.with(album.details(), cover, album.updated()), contents(row), isLinked);
    }

    private static AlbumContents contents(Row row) {
        long assets = row.number();
        LocalDateTime start = row.localOrNull();
        LocalDateTime end = row.localOrNull();
        return start == null || end == null
                ? new AlbumContents(0, Optional.empty())
                : new AlbumContents(assets, Optional.of(new AlbumContents.Span(start, end, row.instant())));
    }

    @Override
    public AlbumCounts count(AlbumFilter filter) {
        Condition condition = condition(filter);
        return database.find(
                        "select count(case when " + IS_OWNED + " then 1 end), count(case when " + IS_SHARED
                                + " then 1 end), count(case when not " + IS_SHARED
                                + " then 1 end) from album join album_user on album_user.album_id = album.id where "
                                + condition.sql(),
                        row -> new AlbumCounts(row.number(), row.number(), row.number()),
                        condition.arguments())
                .orElseThrow();
    }

    @Override
    public void add(Album album) {
        AlbumDetails details = album.details();
        database.update(
                """
                insert into album (id, name, description, thumbnail_asset_id, is_activity_enabled, is_newest_first,
                  created_at, updated_at, change_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                album.id().value(),
                details.name(),
                details.description(),
                valueOf(album.thumbnail()),
                details.activityEnabled(),
                details.newestFirst(),
                album.created(),
                album.updated(),
                database.nextChange());
    }

    @Override
    public void save(Album album) {
        AlbumDetails details = album.details();
        database.update(
                """
                update album set name = ?, description = ?, thumbnail_asset_id = ?, is_activity_enabled = ?,
                  is_newest_first = ?, updated_at = ?, change_id = ?
                where id = ?
                """,
                details.name(),
                details.description(),
                valueOf(album.thumbnail()),
                details.activityEnabled(),
                details.newestFirst(),
                album.updated(),
                database.nextChange(),
                album.id().value());
    }

    @Override
    public boolean holds(AlbumId id, AssetId asset) {
        return database.find(
                        "select 1 from album_asset where album_id = ? and asset_id = ?",
                        Row::number,
                        id.value(),
                        asset.value())
                .isPresent();
    }

    @Override
    public void remove(AlbumId id) {
        database.list("select user_id from album_user where album_id = ?", Row::uuid, id.value())
                .forEach(member -> deletions.note(Deletions.Entity.ALBUM, member, id.value()));
        database.update("delete from album where id = ?", id.value());
    }

    private static @Nullable UUID valueOf(@Nullable AssetId id) {
        return id == null ? null : id.value();
    }
}
