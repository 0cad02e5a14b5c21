package app.heirloom.storage.sql.asset;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.grouping.StackId;
import app.heirloom.library.stack.Stack;
import app.heirloom.library.stack.StackRepository;
import app.heirloom.library.user.UserId;
import app.heirloom.storage.database.Database;
import app.heirloom.storage.database.Row;
import app.heirloom.storage.sql.row.Deletions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

public final class SqlStackRepository implements StackRepository {
    /** The primary asset first, the others as they were taken. */
    private static final String MEMBERS = """
            select stack.id, stack.owner_id, asset.id from stack join asset on asset.stack_id = stack.id
            """;

    private static final String ORDER =
            " order by stack.created_at, stack.id, is_behind_primary, captured_at, asset.id";

    private record Member(UUID owner, AssetId asset) {}

    private final Database database;
    private final Deletions deletions;
    private final InstantSource clock;

    public SqlStackRepository(Database database, InstantSource clock) {
        this.database = database;
        this.deletions = new Deletions(database);
        this.clock = clock;
    }

    @Override
    public Optional<Stack> find(StackId id) {
        return select("where stack.id = ?", id.value()).stream().findFirst();
    }

    @Override
    public Optional<Stack> findByAsset(AssetId asset) {
        return select("where stack.id = (select stack_id from asset where id = ?)", asset.value()).stream()
                .findFirst();
    }

    @Override
    public List<Stack> list(UserId owner) {
        return select("where stack.owner_id = ?", owner.value());
    }

    private List<Stack> select(String condition, Object argument) {
        Map<UUID, List<Member>> stacks = new LinkedHashMap<>();
        database.forEach(
                MEMBERS + condition + ORDER,
                row -> stacks.computeIfAbsent(row.uuid(), absent -> new ArrayList<>())
                        .add(new Member(row.uuid(), new AssetId(row.uuid()))),
                argument);
        return stacks.entrySet().stream()
                .map(entry -> stack(new StackId(entry.getKey()), entry.getValue()))
                .toList();
    }

    private static Stack stack(StackId id, List<Member> members) {
        return new Stack(
                id,
                new UserId(members.getFirst().owner()),
                members.stream().map(Member::asset).toList());
    }

    @Override
    public void save(Stack stack) {
        Set<AssetId> members = new LinkedHashSet<>(stack.assets());
        Set<UUID> left = stacksOf(members);
        left.remove(stack.id().value());
        find(stack.id()).map(Stack::assets).orElse(List.of()).stream()
                .filter(before -> !members.contains(before))
                .forEach(this::free);
        database.update(
                """
                insert into stack (id, owner_id, primary_asset_id, created_at, updated_at, change_id)
                values (?, ?, ?, ?, ?, ?)
                on conflict (id) do update set primary_asset_id = excluded.primary_asset_id,
                  updated_at = excluded.updated_at, change_id = excluded.change_id
                """,
                stack.id().value(),
                stack.owner().value(),
                stack.primary().value(),
                clock.instant(),
                clock.instant(),
                database.nextChange());
        members.forEach(asset -> place(asset.value(), stack.id().value(), !asset.equals(stack.primary())));
        left.forEach(this::settle);
    }

    @Override
    public void remove(Collection<StackId> ids) {
        Set.copyOf(ids).forEach(id -> dissolve(id.value()));
    }

    @Override
    public void release(Collection<AssetId> assets) {
        Set<UUID> left = stacksOf(assets);
        if (!left.isEmpty()) {
            assets.forEach(this::free);
            left.forEach(this::settle);
        }
    }

    /** Sees to it that a stack whose primary asset went to the trash is led by one that did not, if there is any. */
    void leadVisibly(StackId id) {
        boolean isLed = database.exists("""
                select 1 from stack join asset on asset.id = primary_asset_id
                where stack.id = ? and trashed_at is null
                """, id.value());
        if (!isLed) {
            database.find(
                            "select id from asset where stack_id = ? and trashed_at is null order by captured_at, id limit 1",
                            Row::uuid,
                            id.value())
                    .ifPresent(primary -> lead(id.value(), primary));
        }
    }

    private Set<UUID> stacksOf(Collection<AssetId> assets) {
        Set<UUID> stacks = new LinkedHashSet<>();
        Database.inPortions(
                assets,
                (portion, placeholders) -> database.forEach(
                        "select distinct stack_id from asset where stack_id is not null and id in " + placeholders,
                        row -> stacks.add(row.uuid()),
                        portion.stream().map(AssetId::value).toArray()));
        return stacks;
    }

    /** Ends a stack with fewer than two assets, and gives one without its primary asset another. */
    private void settle(UUID stack) {
        List<UUID> members = database.list(
                "select id from asset where stack_id = ? order by trashed_at is not null, captured_at, id",
                Row::uuid,
                stack);
        if (members.size() < Stack.LEAST) {
            dissolve(stack);
        } else if (!members.contains(primaryOf(stack))) {
            lead(stack, members.getFirst());
        }
    }

    private void lead(UUID stack, UUID primary) {
        UUID before = primaryOf(stack);
        database.update(
                "update asset set is_behind_primary = true, change_id = ? where id = ? and stack_id = ?",
                database.nextChange(),
                before,
                stack);
        place(primary, stack, false);
        database.update(
                "update stack set primary_asset_id = ?, updated_at = ?, change_id = ? where id = ?",
                primary,
                clock.instant(),
                database.nextChange(),
                stack);
    }

    private UUID primaryOf(UUID stack) {
        return database.find("select primary_asset_id from stack where id = ?", Row::uuid, stack)
                .orElseThrow();
    }

    private void dissolve(UUID stack) {
        database.list("select id from asset where stack_id = ?", row -> new AssetId(row.uuid()), stack)
                .forEach(this::free);
        database.find("select owner_id from stack where id = ?", Row::uuid, stack)
                .ifPresent(owner -> deletions.note(Deletions.Entity.STACK, owner, stack));
        database.update("delete from stack where id = ?", stack);
    }

    /** Writes nothing when the asset is there already, so that clients hear of changes only. */
    private void place(UUID asset, UUID stack, boolean behindPrimary) {
        database.update("""
                update asset set stack_id = ?, is_behind_primary = ?, change_id = ?
                where id = ? and (stack_id is null or stack_id <> ? or is_behind_primary <> ?)
                """, stack, behindPrimary, database.nextChange(), asset, stack, behindPrimary);
    }

    private void free(AssetId asset) {
        database.update("""
                update asset set stack_id = null, is_behind_primary = false, change_id = ?
                where id = ? and stack_id is not null
                """, database.nextChange(), asset.value());
    }
}
