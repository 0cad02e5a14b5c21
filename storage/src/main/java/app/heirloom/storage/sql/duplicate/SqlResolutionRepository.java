package app.heirloom.storage.sql.duplicate;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.grouping.DuplicateGroupId;
import app.heirloom.library.resolution.Inheritance;
import app.heirloom.library.resolution.Resolution;
import app.heirloom.library.resolution.Resolution.Member;
import app.heirloom.library.resolution.ResolutionRepository;
import app.heirloom.library.user.UserId;
import app.heirloom.storage.database.Database;
import app.heirloom.storage.database.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

public final class SqlResolutionRepository implements ResolutionRepository {
    private static final String SELECT =
            "select number, group_id, at, undone_at from resolution where owner_id = ? and ";

    private final Database database;
    private final InheritanceRows inheritances;

    public SqlResolutionRepository(Database database) {
        this.database = database;
        this.inheritances = new InheritanceRows(database);
    }

    @Override
    public void add(
            UserId owner, DuplicateGroupId group, Instant at, List<Member> members, Optional<Inheritance> inheritance) {
        long number = database.find(
                        "insert into resolution (owner_id, group_id, heir_id, at) values (?, ?, ?, ?) returning number",
                        Row::number,
                        owner.value(),
                        group.value(),
                        inheritance.map(inherited -> inherited.heir().value()).orElse(null),
                        at)
                .orElseThrow();
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            database.update(
                    "insert into resolution_asset values (?, ?, ?, ?, ?)",
                    number,
                    i,
                    member.id().value(),
                    member.fileName(),
                    member.trashed());
        }
        inheritance.ifPresent(inherited -> inheritances.add(number, inherited));
    }

    @Override
    public List<Resolution> list(UserId owner, Optional<Long> before, int limit) {
        return withMembers(database.list(
                SELECT + "number < ? order by number desc limit ?",
                SqlResolutionRepository::resolution,
                owner.value(),
                before.orElse(Long.MAX_VALUE),
                limit));
    }

    @Override
    public Optional<Resolution> find(UserId owner, long number) {
        return withMembers(database.list(
                        SELECT + "number = ?", SqlResolutionRepository::resolution, owner.value(), number))
                .stream()
                .findFirst();
    }

    private static Resolution resolution(Row row) {
        return new Resolution(
                row.number(), new DuplicateGroupId(row.uuid()), row.instant(), row.instantOrNull(), List.of());
    }

    private List<Resolution> withMembers(List<Resolution> resolutions) {
        Map<Long, List<Member>> members = new HashMap<>();
        Database.inPortions(
                resolutions.stream().map(Resolution::number).toList(),
                (portion, placeholders) -> database.forEach(
                        "select resolution_number, asset_id, file_name, trashed_at from resolution_asset"
                                + " where resolution_number in " + placeholders + " order by position",
                        row -> members.computeIfAbsent(row.number(), _ -> new ArrayList<>())
                                .add(new Member(new AssetId(row.uuid()), row.text(), row.instantOrNull())),
                        portion.toArray()));
        return resolutions.stream()
                .map(found -> new Resolution(
                        found.number(),
                        found.group(),
                        found.at(),
                        found.undone(),
                        members.getOrDefault(found.number(), List.of())))
                .toList();
    }

    @Override
    public Optional<Inheritance> findInheritance(UserId owner, long number) {
        return database.find(
                        "select heir_id from resolution where owner_id = ? and number = ? and heir_id is not null",
                        row -> new AssetId(row.uuid()),
                        owner.value(),
                        number)
                .map(heir -> inheritances.get(number, heir, owner));
    }

    @Override
    public void close(long number, Instant undone) {
        database.update("update resolution set undone_at = ? where number = ?", undone, number);
    }

    @Override
    public void removeBefore(Instant instant) {
        database.update("delete from resolution where at < ?", instant);
    }
}
