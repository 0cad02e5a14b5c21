package app.heirloom.storage.sql.album;

import app.heirloom.library.album.Album;
import app.heirloom.library.album.AlbumId;
import app.heirloom.library.album.content.AlbumAssetRepository;
import app.heirloom.library.album.content.AlbumPlace;
import app.heirloom.library.album.content.Contribution;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.metadata.Coordinates;
import app.heirloom.library.user.UserId;
import app.heirloom.storage.database.Database;
import app.heirloom.storage.database.Row;
import app.heirloom.storage.sql.row.Deletions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

public final class SqlAlbumAssetRepository implements AlbumAssetRepository {
    private static final String FROM_SHOWN =
            " from album_asset join asset on asset.id = album_asset.asset_id where album_asset.album_id = ? and "
                    + AlbumRows.IS_SHOWN;
    private static final int COLUMNS = 4;

    private final Database database;
    private final Deletions deletions;

    public SqlAlbumAssetRepository(Database database) {
        this.database = database;
        this.deletions = new Deletions(database);
    }

    @Override
    public Set<AssetId> add(AlbumId album, Collection<AssetId> assets, Instant now) {
        var added = new LinkedHashSet<AssetId>();
        Database.inPortions(
                assets,
                (portion, placeholders) -> added.addAll(database.list(
                        "select id from asset where id in " + placeholders
                                + " and visibility <> ? and id not in (select asset_id from album_asset where album_id = ?)",
                        row -> new AssetId(row.uuid()),
                        arguments(portion, Visibility.LOCKED, album.value()))));
        insert(album, List.copyOf(added), now);
        return added;
    }

    private void insert(AlbumId album, List<AssetId> assets, Instant now) {
        int rows = Database.MAX_ARGUMENTS / COLUMNS;
        for (int from = 0; from < assets.size(); from += rows) {
            List<AssetId> portion = assets.subList(from, Math.min(from + rows, assets.size()));
            var arguments = new ArrayList<Object>();
            for (AssetId asset : portion) {
                arguments.addAll(List.of(album.value(), asset.value(), now, database.nextChange()));
            }
            database.update(
                    "insert into album_asset (album_id, asset_id, created_at, change_id) values "
                            + String.join(", ", Collections.nCopies(portion.size(), "(?, ?, ?, ?)")),
                    arguments.toArray());
        }
    }

    @Override
    public Set<AssetId> remove(AlbumId album, Collection<AssetId> assets) {
        Set<AssetId> removed = filter(album, assets);
        Database.inPortions(
                removed,
                (portion, placeholders) -> database.update(
                        "delete from album_asset where asset_id in " + placeholders + " and album_id = ?",
                        arguments(portion, album.value())));
        removed.forEach(asset -> note(album, asset));
        return removed;
    }

    @Override
    public Set<AlbumId> removeFromAll(Collection<AssetId> assets) {
        var albums = new HashSet<AlbumId>();
        Database.inPortions(assets, (portion, placeholders) -> {
            database.list(
                            "select album_id, asset_id from album_asset where asset_id in " + placeholders,
                            row -> new UUID[] {row.uuid(), row.uuid()},
                            arguments(portion))
                    .forEach(pair -> {
                        albums.add(new AlbumId(pair[0]));
                        note(new AlbumId(pair[0]), new AssetId(pair[1]));
                    });
            database.update("delete from album_asset where asset_id in " + placeholders, arguments(portion));
        });
        return albums;
    }

    private void note(AlbumId album, AssetId asset) {
        deletions.note(Deletions.Entity.ALBUM_ASSET, album.value(), album.value(), asset.value());
    }

    @Override
    public void refresh(AlbumId album, Instant now) {
        database.update(
                "update album set thumbnail_asset_id = " + AlbumRows.COVER
                        + ", updated_at = ?, change_id = ? where id = ?",
                now,
                database.nextChange(),
                album.value());
    }

    @Override
    public Set<AssetId> filter(AlbumId album, Collection<AssetId> assets) {
        return select(
                "select asset_id from album_asset where asset_id in ", assets, " and album_id = ?", album.value());
    }

    @Override
    public Set<AssetId> filterShown(UserId member, @Nullable AlbumId album, Collection<AssetId> assets) {
        String isMember = " join album_user on album_user.album_id = album_asset.album_id where album_user.user_id = ?"
                + (album == null ? "" : " and album_asset.album_id = ?");
        Object[] who = album == null ? new Object[] {member.value()} : new Object[] {member.value(), album.value()};
        var arguments = new ArrayList<Object>(List.of(Visibility.LOCKED));
        Collections.addAll(arguments, who);
        Collections.addAll(arguments, who);
        return select(
                "select asset.id from asset where asset.id in ",
                assets,
                " and asset.trashed_at is null and asset.visibility <> ? and (exists (select 1 from album_asset"
                        + isMember + " and album_asset.asset_id = asset.id) or exists (select 1 from asset as still"
                        + " join album_asset on album_asset.asset_id = still.id" + isMember
                        + " and still.live_photo_video_id = asset.id and still.trashed_at is null))",
                arguments.toArray());
    }

    private Set<AssetId> select(String before, Collection<AssetId> assets, String after, Object... arguments) {
        var found = new HashSet<AssetId>();
        Database.inPortions(
                assets,
                (portion, placeholders) -> found.addAll(database.list(
                        before + placeholders + after, row -> new AssetId(row.uuid()), arguments(portion, arguments))));
        return found;
    }

    @Override
    public List<AssetId> listShown(Album album) {
        String direction = album.details().newestFirst() ? " desc" : "";
        return database.list(
                "select asset.id" + FROM_SHOWN + " order by asset.captured_at" + direction + ", asset.id" + direction,
                row -> new AssetId(row.uuid()),
                album.id().value());
    }

    @Override
    public List<Contribution> listContributions(AlbumId album) {
        return database.list(
                "select asset.owner_id, count(*)" + FROM_SHOWN + " group by asset.owner_id order by count(*) desc",
                row -> new Contribution(new UserId(row.uuid()), row.number()),
                album.value());
    }

    @Override
    public List<AlbumPlace> listPlaces(AlbumId album) {
        return database.list(
                """
                select asset.id, latitude, longitude, city, state, country
                from album_asset join asset on asset.id = album_asset.asset_id
                join asset_exif on asset_exif.asset_id = asset.id
                where album_asset.album_id = ? and latitude is not null and longitude is not null and
                """ + AlbumRows.IS_SHOWN + " order by asset.captured_at desc",
                SqlAlbumAssetRepository::place,
                album.value());
    }

    private static AlbumPlace place(Row row) {
        return new AlbumPlace(
                new AssetId(row.uuid()),
                new Coordinates(Objects.requireNonNull(row.realOrNull()), Objects.requireNonNull(row.realOrNull())),
                row.textOrNull(),
                row.textOrNull(),
                row.textOrNull());
    }

    private static Object[] arguments(List<AssetId> assets, Object... more) {
        var all = new ArrayList<Object>(assets.stream().map(AssetId::value).toList());
        Collections.addAll(all, more);
        return all.toArray();
    }
}
