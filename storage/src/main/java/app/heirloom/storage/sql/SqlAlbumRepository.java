package app.heirloom.storage.sql;

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
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

final class SqlAlbumRepository implements AlbumRepository {
    private static final String IS_LINKED = "exists (select 1 from shared_link where shared_link.album_id = album.id)";
    private static final String IS_SHARED =
            "(" + IS_LINKED + " or (select count(*) from album_user as other where other.album_id = album.id) > 1)";
    private static final String IS_OWNED = "(album_user.role = " + AlbumRows.codeOf(AlbumRole.OWNER) + ")";

    /** Counts the assets of all albums at once, and says whether the thumbnail is among them. */
    private static final String SUMMARIES =
            """
            select %s, %s, exists (
                select 1 from album_asset join asset on asset.id = album_asset.asset_id
                where album_asset.album_id = album.id and album_asset.asset_id = album.thumbnail_asset_id and %s),
              contents.assets, contents.first_local_at, contents.last_local_at, contents.last_updated_at
            from mine join album on album.id = mine.id
            left join (
              select album_asset.album_id, count(*) as assets, min(asset.local_at) as first_local_at,
                max(asset.local_at) as last_local_at, max(asset.updated_at) as last_updated_at
              from album_asset join asset on asset.id = album_asset.asset_id
              where album_asset.album_id in (select id from mine) and %s
              group by album_asset.album_id
            ) as contents on contents.album_id = album.id
            order by album.created_at desc, album.id
            """.formatted(AlbumRows.COLUMNS, IS_LINKED, AlbumRows.IS_SHOWN, AlbumRows.IS_SHOWN);

    /** @param shown whether the album shows its thumbnail */
    private record Found(AlbumSummary summary, boolean shown) {}

    private final Database database;
    private final Deletions deletions;

    SqlAlbumRepository(Database database) {
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
        List<Found> found = database.list(
                "with mine as (select album.id from album join album_user on album_user.album_id = album.id where "
                        + condition.sql() + ") " + SUMMARIES,
                SqlAlbumRepository::summary,
                condition.arguments());
        Map<AlbumId, AssetId> newest = newest(found.stream()
                .filter(each -> !each.shown() && each.summary().contents().assets() > 0)
                .map(each -> each.summary().album().id())
                .toList());
        return found.stream()
                .map(each -> each.shown() ? each.summary() : withThumbnail(each.summary(), newest))
                .toList();
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

    private static Found summary(Row row) {
        Album album = AlbumRows.album(row);
        boolean isLinked = row.flag();
        boolean isShown = row.flag();
        return new Found(new AlbumSummary(album, contents(row), isLinked), isShown);
    }

    private static AlbumContents contents(Row row) {
        long assets = row.number();
        LocalDateTime start = row.localOrNull();
        LocalDateTime end = row.localOrNull();
        return start == null || end == null
                ? new AlbumContents(0, Optional.empty())
                : new AlbumContents(assets, Optional.of(new AlbumContents.Span(start, end, row.instant())));
    }

    private static AlbumSummary withThumbnail(AlbumSummary summary, Map<AlbumId, AssetId> thumbnails) {
        Album album = summary.album();
        var repaired = album.with(album.details(), thumbnails.get(album.id()), album.updated());
        return new AlbumSummary(repaired, summary.contents(), summary.linked());
    }

    /** The newest asset that each of the albums shows. */
    private Map<AlbumId, AssetId> newest(Collection<AlbumId> albums) {
        var newest = new HashMap<AlbumId, AssetId>();
        Database.inPortions(
                albums,
                (portion, placeholders) -> database.forEach(
                        """
                        select album_id, asset_id from (
                          select album_asset.album_id, album_asset.asset_id, row_number() over (
                            partition by album_asset.album_id order by asset.captured_at desc, asset.id) as position
                          from album_asset join asset on asset.id = album_asset.asset_id
                          where %s and album_asset.album_id in %s) as dated
                        where position = 1
                        """.formatted(AlbumRows.IS_SHOWN, placeholders),
                        row -> newest.put(new AlbumId(row.uuid()), new AssetId(row.uuid())),
                        portion.stream().map(AlbumId::value).toArray()));
        return newest;
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
    public void refresh(Album album) {
        AssetId thumbnail = album.thumbnail();
        boolean isShown = thumbnail != null
                && database.exists(
                        "select 1 from album_asset join asset on asset.id = album_asset.asset_id"
                                + " where album_id = ? and asset_id = ? and " + AlbumRows.IS_SHOWN,
                        album.id().value(),
                        thumbnail.value());
        save(
                isShown
                        ? album
                        : album.with(
                                album.details(), newest(List.of(album.id())).get(album.id()), album.updated()));
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
