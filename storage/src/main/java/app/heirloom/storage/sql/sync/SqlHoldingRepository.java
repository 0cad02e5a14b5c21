package app.heirloom.storage.sql.sync;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetType;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.device.HoldingRepository;
import app.heirloom.library.remote.HeldAsset;
import app.heirloom.library.remote.JoinKey;
import app.heirloom.library.user.UserId;
import app.heirloom.storage.database.Codes;
import app.heirloom.storage.database.Database;
import app.heirloom.storage.database.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

public final class SqlHoldingRepository implements HoldingRepository {
    private static final int SECONDS_AT_ONCE = 500;
    private static final int MICROS_PER_SECOND = 1_000_000;
    /** Far fewer than an asset has: a device asks about all of its photos. */
    private static final String COLUMNS = "id, file_name, captured_at, checksum, size_in_bytes, width, height, type,"
            + " trashed_at is not null, library_id is not null, visibility";

    private final Database database;

    public SqlHoldingRepository(Database database) {
        this.database = database;
    }

    /** Walks the index by time of capture: few assets share a second, and it is there for the timeline anyway. */
    @Override
    public List<Holder> listBySecond(UserId owner, Collection<Long> seconds) {
        List<Holder> found = new ArrayList<>();
        List<Long> all = List.copyOf(seconds);
        for (int from = 0; from < all.size(); from += SECONDS_AT_ONCE) {
            List<Long> portion = all.subList(from, Math.min(from + SECONDS_AT_ONCE, all.size()));
            List<Object> arguments = new ArrayList<>();
            portion.forEach(second -> arguments.add(Math.multiplyExact(second, MICROS_PER_SECOND)));
            arguments.add(owner.value());
            String values = String.join(", ", Collections.nCopies(portion.size(), "(?)"));
            found.addAll(database.list(
                    "with wanted (begins) as (values " + values + ") select " + COLUMNS
                            + " from wanted cross join asset where asset.owner_id = ? and captured_at >= begins"
                            + " and captured_at < begins + " + MICROS_PER_SECOND,
                    SqlHoldingRepository::holder,
                    arguments.toArray()));
        }
        return found;
    }

    @Override
    public List<Holder> listByChecksum(UserId owner, Collection<Checksum> checksums) {
        List<Holder> found = new ArrayList<>();
        Database.inPortions(
                checksums,
                (portion, placeholders) -> found.addAll(database.list(
                        "select " + COLUMNS + " from asset where owner_id = ? and library_id is null and checksum in "
                                + placeholders,
                        SqlHoldingRepository::holder,
                        ownedContents(owner, portion))));
        return found;
    }

    private static Object[] ownedContents(UserId owner, List<Checksum> checksums) {
        List<Object> arguments = new ArrayList<>();
        arguments.add(owner.value());
        checksums.forEach(checksum -> arguments.add(checksum.bytes()));
        return arguments.toArray();
    }

    private static Holder holder(Row row) {
        var id = new AssetId(row.uuid());
        var key = JoinKey.of(row.text(), row.instant());
        Checksum checksum = Checksum.of(row.bytes());
        var size = new HeldAsset.Size(row.number(), dimensions(row));
        AssetType type = Codes.type(row.integer());
        boolean trashed = row.flag();
        boolean external = row.flag();
        Visibility visibility = Codes.visibility(row.integer());
        var standing = new HeldAsset.Standing(type, trashed, external, visibility == Visibility.HIDDEN);
        return new Holder(new HeldAsset(id, key, checksum, size, standing), visibility == Visibility.LOCKED);
    }

    private static @Nullable Dimensions dimensions(Row row) {
        Integer width = row.integerOrNull();
        Integer height = row.integerOrNull();
        return width == null || height == null ? null : new Dimensions(width, height);
    }

    @Override
    public Map<Checksum, Instant> listRemoved(UserId owner, Collection<Checksum> checksums) {
        Map<Checksum, Instant> removed = new HashMap<>();
        Database.inPortions(checksums, (portion, placeholders) -> {
            database.forEach(
                    "select checksum, removed_at from removed_content where owner_id = ? and checksum in "
                            + placeholders,
                    row -> removed.put(Checksum.of(row.bytes()), row.instant()),
                    ownedContents(owner, portion));
        });
        return removed;
    }
}
