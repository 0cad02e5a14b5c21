package app.heirloom.storage.sql.duplicate;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.asset.grouping.DuplicateGroupId;
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
import java.util.stream.Stream;

public final class SqlDuplicateRepository implements DuplicateRepository {
    private static final String TO_BE_JUDGED =
            "owner_id = ? and duplicate_group_id is not null and trashed_at is null and visibility in (?, ?)";

    private static final String SELECT = "select duplicate_group_id, id from asset where " + TO_BE_JUDGED;

    private static final String ORDER = " order by duplicate_group_id, captured_at, id";

    private final Database database;

    public SqlDuplicateRepository(Database database) {
        this.database = database;
    }

    @Override
    public List<DuplicateGroup> list(UserId owner) {
        return select(SELECT + ORDER, toBeJudged(owner).toArray());
    }

    @Override
    public List<DuplicateGroup> list(UserId owner, Optional<DuplicateGroupId> after, int limit) {
        String next = "select duplicate_group_id from asset where " + TO_BE_JUDGED
                + after.map(_ -> " and duplicate_group_id > ?").orElse("")
                + " group by duplicate_group_id having count(*) > 1 order by duplicate_group_id limit ?";
        List<Object> arguments = new ArrayList<>(toBeJudged(owner));
        after.ifPresent(id -> arguments.add(id.value()));
        arguments.add(limit);
        arguments.addAll(0, toBeJudged(owner));
        return select(SELECT + " and duplicate_group_id in (" + next + ")" + ORDER, arguments.toArray());
    }

    @Override
    public long count(UserId owner) {
        return database.find(
                        "select count(*) from (select 1 from asset where " + TO_BE_JUDGED
                                + " group by duplicate_group_id having count(*) > 1) as shown",
                        Row::number,
                        toBeJudged(owner).toArray())
                .orElse(0L);
    }

    @Override
    public Optional<DuplicateGroup> find(UserId owner, DuplicateGroupId id) {
        return select(
                        SELECT + " and duplicate_group_id = ?" + ORDER,
                        Stream.concat(toBeJudged(owner).stream(), Stream.of(id.value()))
                                .toArray())
                .stream()
                .findFirst();
    }

    private static List<Object> toBeJudged(UserId owner) {
        return List.of(owner.value(), Visibility.TIMELINE, Visibility.ARCHIVE);
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
