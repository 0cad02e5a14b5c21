package app.heirloom.storage.sql.asset;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.tag.Tag;
import app.heirloom.library.tag.TagColor;
import app.heirloom.library.tag.TagId;
import app.heirloom.library.tag.TagLabel;
import app.heirloom.library.tag.TagPath;
import app.heirloom.library.tag.TagRepository;
import app.heirloom.library.user.UserId;
import app.heirloom.storage.database.Database;
import app.heirloom.storage.database.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

public final class SqlTagRepository implements TagRepository {
    private static final String COLUMNS = "id, owner_id, parent_id, value, color, created_at, updated_at";
    private static final String SELECT = "select " + COLUMNS + " from tag ";

    private final Database database;

    public SqlTagRepository(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Tag> find(TagId id) {
        return database.find(SELECT + "where id = ?", SqlTagRepository::tag, id.value());
    }

    @Override
    public Optional<Tag> find(UserId owner, TagPath path) {
        return database.find(
                SELECT + "where owner_id = ? and value = ?", SqlTagRepository::tag, owner.value(), path.value());
    }

    @Override
    public List<Tag> list(UserId owner) {
        return database.list(SELECT + "where owner_id = ? order by value", SqlTagRepository::tag, owner.value());
    }

    @Override
    public List<Tag> list(AssetId asset) {
        return database.list(
                SELECT + "join tag_asset on tag_id = id where asset_id = ? order by value",
                SqlTagRepository::tag,
                asset.value());
    }

    @Override
    public Set<AssetId> listAssets(UserId owner, TagPath path) {
        String below = path.value() + "/";
        return Set.copyOf(database.list(
                """
                select distinct asset_id from tag_asset join tag on tag_id = id
                where owner_id = ? and (value = ? or substr(value, 1, cast(? as integer)) = ?)
                """,
                row -> new AssetId(row.uuid()),
                owner.value(),
                path.value(),
                below.codePointCount(0, below.length()),
                below));
    }

    @Override
    public Set<TagId> filter(UserId owner, Collection<TagId> ids) {
        Set<TagId> own = new HashSet<>();
        Database.inPortions(Set.copyOf(ids), (portion, placeholders) -> {
            List<Object> arguments = new ArrayList<>();
            arguments.add(owner.value());
            portion.forEach(id -> arguments.add(id.value()));
            database.forEach(
                    "select id from tag where owner_id = ? and id in " + placeholders,
                    row -> own.add(new TagId(row.uuid())),
                    arguments.toArray());
        });
        return own;
    }

    @Override
    public void add(Tag tag) {
        database.update(
                "insert into tag (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?)",
                tag.id().value(),
                tag.owner().value(),
                tag.parent() == null ? null : tag.parent().value(),
                tag.label().path().value(),
                color(tag),
                tag.created(),
                tag.updated());
    }

    @Override
    public void save(Tag tag) {
        database.update(
                "update tag set value = ?, color = ?, updated_at = ? where id = ?",
                tag.label().path().value(),
                color(tag),
                tag.updated(),
                tag.id().value());
    }

    @Override
    public void moveDescendants(UserId owner, TagPath from, TagPath to, Instant updated) {
        int length = from.value().codePointCount(0, from.value().length());
        database.update("""
                update tag set value = cast(? as text) || substr(value, cast(? as integer)), updated_at = ?
                where owner_id = ? and substr(value, 1, cast(? as integer)) = ?
                """, to.value(), length + 1, updated, owner.value(), length + 1, from.value() + "/");
    }

    @Override
    public void remove(TagId id) {
        database.update("delete from tag where id = ?", id.value());
    }

    @Override
    public Set<AssetId> attach(TagId id, Collection<AssetId> assets) {
        Set<AssetId> changed = new HashSet<>();
        for (AssetId asset : assets) {
            int added = database.update(
                    "insert into tag_asset (tag_id, asset_id) values (?, ?) on conflict do nothing",
                    id.value(),
                    asset.value());
            if (added > 0) {
                changed.add(asset);
            }
        }
        return changed;
    }

    @Override
    public Set<AssetId> detach(TagId id, Collection<AssetId> assets) {
        Set<AssetId> changed = new HashSet<>();
        for (AssetId asset : assets) {
            if (database.update("delete from tag_asset where tag_id = ? and asset_id = ?", id.value(), asset.value())
                    > 0) {
                changed.add(asset);
            }
        }
        return changed;
    }

    @Override
    public int removeUnused(int limit) {
        return database.update("""
                delete from tag where id in (
                  select id from tag
                  where not exists (select 1 from tag_asset where tag_id = tag.id)
                    and not exists (select 1 from tag below where below.parent_id = tag.id)
                  limit ?)
                """, limit);
    }

    private static Tag tag(Row row) {
        return new Tag(
                new TagId(row.uuid()),
                new UserId(row.uuid()),
                parent(row),
                new TagLabel(new TagPath(row.text()), color(row)),
                row.instant(),
                row.instant());
    }

    private static @Nullable TagId parent(Row row) {
        UUID id = row.uuidOrNull();
        return id == null ? null : new TagId(id);
    }

    private static @Nullable TagColor color(Row row) {
        String value = row.textOrNull();
        return value == null ? null : new TagColor(value);
    }

    private static @Nullable String color(Tag tag) {
        TagColor color = tag.label().color();
        return color == null ? null : color.value();
    }
}
