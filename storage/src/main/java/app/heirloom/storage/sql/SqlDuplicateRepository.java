package app.heirloom.storage.sql;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.DuplicateGroupId;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.duplicate.DuplicateGroup;
import app.heirloom.library.duplicate.DuplicateRepository;
import app.heirloom.library.user.UserId;
import app.heirloom.storage.database.Database;
import app.heirloom.storage.database.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

final class SqlDuplicateRepository implements DuplicateRepository {
    private static final String SELECT = """
            select duplicate_group_id, id from asset
            where owner_id = ? and duplicate_group_id is not null and trashed_at is null and visibility in (?, ?)
            """;

    private static final String ORDER = " order by duplicate_group_id, captured_at, id";

    private final Database database;

    SqlDuplicateRepository(Database database) {
        this.database = database;
    }

    @Override
    public List<DuplicateGroup> list(UserId owner) {
        return select(SELECT + ORDER, owner.value(), Visibility.TIMELINE, Visibility.ARCHIVE);
    }

    @Override
    public Optional<DuplicateGroup> find(UserId owner, DuplicateGroupId id) {
        return select(
                        SELECT + " and duplicate_group_id = ?" + ORDER,
                        owner.value(),
                        Visibility.TIMELINE,
                        Visibility.ARCHIVE,
                        id.value())
                .stream()
                .findFirst();
    }

    private List<DuplicateGroup> select(String sql, Object... arguments) {
        Map<UUID, List<AssetId>> groups = new LinkedHashMap<>();
        database.forEach(
                sql,
                row -> groups.computeIfAbsent(row.uuid(), absent -> new ArrayList<>())
                        .add(new AssetId(row.uuid())),
                arguments);
        return groups.entrySet().stream()
                .map(group -> new DuplicateGroup(new DuplicateGroupId(group.getKey()), group.getValue()))
                .toList();
    }

    @Override
    public void saveGroup(DuplicateGroup group) {
        for (AssetId asset : group.assets()) {
            database.update(
                    "update asset set duplicate_group_id = ?, change_id = ? where id = ?",
                    group.id().value(),
                    database.nextChange(),
                    asset.value());
        }
    }

    @Override
    public void removeFromGroups(Collection<AssetId> assets) {
        for (AssetId asset : assets) {
            clear(asset.value());
        }
    }

    @Override
    public void dissolve(UserId owner, Collection<DuplicateGroupId> ids) {
        for (DuplicateGroupId id : Set.copyOf(ids)) {
            List<UUID> members = database.list(
                    "select id from asset where owner_id = ? and duplicate_group_id = ?",
                    Row::uuid,
                    owner.value(),
                    id.value());
            for (UUID asset : members) {
                clear(asset);
            }
        }
    }

    private void clear(UUID asset) {
        database.update(
                "update asset set duplicate_group_id = null, change_id = ? where id = ? and duplicate_group_id is not null",
                database.nextChange(),
                asset);
    }
}
