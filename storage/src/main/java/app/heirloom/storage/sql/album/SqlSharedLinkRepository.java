package app.heirloom.storage.sql.album;

import app.heirloom.library.album.AlbumId;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.sharing.LinkRights;
import app.heirloom.library.sharing.LinkSecret;
import app.heirloom.library.sharing.LinkTerms;
import app.heirloom.library.sharing.SharedLink;
import app.heirloom.library.sharing.SharedLinkRepository;
import app.heirloom.library.user.SharedLinkId;
import app.heirloom.library.user.UserId;
import app.heirloom.storage.database.Codes;
import app.heirloom.storage.database.Database;
import app.heirloom.storage.database.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

public final class SqlSharedLinkRepository implements SharedLinkRepository {
    private static final String SELECT = """
            select id, owner_id, secret, album_id, slug, description, password, expires_at,
              allows_upload, allows_download, shows_metadata, created_at
            from shared_link
            """;
    private static final String IS_SHOWN =
            "asset.trashed_at is null and asset.visibility <> " + Codes.of(Visibility.LOCKED);

    private final Database database;

    public SqlSharedLinkRepository(Database database) {
        this.database = database;
    }

    @Override
    public Optional<SharedLink> find(SharedLinkId id) {
        return database.find(SELECT + "where id = ?", SqlSharedLinkRepository::link, id.value());
    }

    @Override
    public Optional<SharedLink> findBySecret(LinkSecret secret) {
        return database.find(SELECT + "where secret = ?", SqlSharedLinkRepository::link, (Object) secret.bytes());
    }

    @Override
    public Optional<SharedLink> findBySlug(String slug) {
        return database.find(SELECT + "where slug = ?", SqlSharedLinkRepository::link, slug);
    }

    @Override
    public List<SharedLink> list(UserId owner) {
        return database.list(
                SELECT + "where owner_id = ? order by created_at desc, id",
                SqlSharedLinkRepository::link,
                owner.value());
    }

    private static SharedLink link(Row row) {
        return new SharedLink(
                new SharedLinkId(row.uuid()),
                new UserId(row.uuid()),
                LinkSecret.of(row.bytes()),
                Optional.ofNullable(row.uuidOrNull()).map(AlbumId::new).orElse(null),
                new LinkTerms(
                        row.textOrNull(),
                        row.textOrNull(),
                        row.textOrNull(),
                        row.instantOrNull(),
                        new LinkRights(row.flag(), row.flag(), row.flag())),
                row.instant());
    }

    @Override
    public void add(SharedLink link) {
        LinkTerms terms = link.terms();
        database.update(
                """
                insert into shared_link (id, owner_id, secret, album_id, slug, description, password, expires_at,
                  allows_upload, allows_download, shows_metadata, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                link.id().value(),
                link.owner().value(),
                link.secret().bytes(),
                Optional.ofNullable(link.album()).map(AlbumId::value).orElse(null),
                terms.slug(),
                terms.description(),
                terms.password(),
                terms.expires(),
                terms.rights().upload(),
                terms.rights().download(),
                terms.rights().metadata(),
                link.created());
    }

    @Override
    public void save(SharedLink link) {
        LinkTerms terms = link.terms();
        database.update(
                """
                update shared_link set slug = ?, description = ?, password = ?, expires_at = ?,
                  allows_upload = ?, allows_download = ?, shows_metadata = ?
                where id = ?
                """,
                terms.slug(),
                terms.description(),
                terms.password(),
                terms.expires(),
                terms.rights().upload(),
                terms.rights().download(),
                terms.rights().metadata(),
                link.id().value());
    }

    @Override
    public void remove(SharedLinkId id) {
        database.update("delete from shared_link where id = ?", id.value());
    }

    @Override
    public Set<AssetId> addAssets(SharedLinkId id, Collection<AssetId> assets) {
        var added = new LinkedHashSet<>(assets);
        added.removeAll(listed(id, assets));
        for (AssetId asset : added) {
            database.update(
                    "insert into shared_link_asset (link_id, asset_id) values (?, ?)", id.value(), asset.value());
        }
        return added;
    }

    @Override
    public Set<AssetId> removeAssets(SharedLinkId id, Collection<AssetId> assets) {
        Set<AssetId> removed = listed(id, assets);
        Database.inPortions(
                removed,
                (portion, placeholders) -> database.update(
                        "delete from shared_link_asset where asset_id in " + placeholders + " and link_id = ?",
                        arguments(portion, id.value())));
        return removed;
    }

    private Set<AssetId> listed(SharedLinkId id, Collection<AssetId> assets) {
        return select(
                "select asset_id from shared_link_asset where asset_id in ", assets, " and link_id = ?", id.value());
    }

    @Override
    public Map<SharedLinkId, List<AssetId>> listShown(Collection<SharedLinkId> ids) {
        var found = new HashMap<SharedLinkId, List<AssetId>>();
        Database.inPortions(
                ids,
                (portion, placeholders) -> database.forEach(
                        "select link_id, asset.id from shared_link_asset join asset on asset.id = asset_id where "
                                + IS_SHOWN + " and link_id in " + placeholders
                                + " order by asset.captured_at desc, asset.id",
                        row -> found.computeIfAbsent(new SharedLinkId(row.uuid()), link -> new ArrayList<>())
                                .add(new AssetId(row.uuid())),
                        portion.stream().map(SharedLinkId::value).toArray()));
        return found;
    }

    @Override
    public Set<AssetId> filterShown(SharedLinkId id, Collection<AssetId> assets) {
        return select(
                "select asset.id from asset where asset.id in ",
                assets,
                " and " + IS_SHOWN + """
                 and (exists (select 1 from shared_link_asset
                     where link_id = ? and shared_link_asset.asset_id = asset.id)
                   or exists (select 1 from asset as still
                     join shared_link_asset on shared_link_asset.asset_id = still.id
                     where link_id = ? and still.live_photo_video_id = asset.id and still.trashed_at is null
                       and still.visibility <> ?))
                """,
                id.value(),
                id.value(),
                Visibility.LOCKED);
    }

    private Set<AssetId> select(String before, Collection<AssetId> assets, String after, Object... arguments) {
        var found = new HashSet<AssetId>();
        Database.inPortions(
                assets,
                (portion, placeholders) -> found.addAll(database.list(
                        before + placeholders + after, row -> new AssetId(row.uuid()), arguments(portion, arguments))));
        return found;
    }

    private static Object[] arguments(List<AssetId> assets, Object... more) {
        var all = new ArrayList<Object>(assets.stream().map(AssetId::value).toList());
        Collections.addAll(all, more);
        return all.toArray();
    }
}
