package app.heirloom.storage.sql.sync;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.device.HoldingRepository;
import app.heirloom.library.user.UserId;
import app.heirloom.storage.database.Database;
import app.heirloom.storage.sql.row.AssetRows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

public final class SqlHoldingRepository implements HoldingRepository {
    private static final int SECONDS_AT_ONCE = 500;
    private static final int MICROS_PER_SECOND = 1_000_000;

    private final Database database;

    public SqlHoldingRepository(Database database) {
        this.database = database;
    }

    /** Walks the index by time of capture: few assets share a second, and it is there for the timeline anyway. */
    @Override
    public List<Asset> listBySecond(UserId owner, Collection<Long> seconds) {
        List<Asset> found = new ArrayList<>();
        List<Long> all = List.copyOf(seconds);
        for (int from = 0; from < all.size(); from += SECONDS_AT_ONCE) {
            List<Long> portion = all.subList(from, Math.min(from + SECONDS_AT_ONCE, all.size()));
            List<Object> arguments = new ArrayList<>();
            portion.forEach(second -> arguments.add(Math.multiplyExact(second, MICROS_PER_SECOND)));
            arguments.add(owner.value());
            String values = String.join(", ", Collections.nCopies(portion.size(), "(?)"));
            found.addAll(database.list(
                    "with wanted (begins) as (values " + values + ") select " + AssetRows.COLUMNS
                            + " from wanted cross join asset where asset.owner_id = ? and captured_at >= begins"
                            + " and captured_at < begins + " + MICROS_PER_SECOND,
                    AssetRows::asset,
                    arguments.toArray()));
        }
        return found;
    }

    @Override
    public Map<Checksum, Instant> listRemoved(UserId owner, Collection<Checksum> checksums) {
        Map<Checksum, Instant> removed = new HashMap<>();
        Database.inPortions(checksums, (portion, placeholders) -> {
            List<Object> arguments = new ArrayList<>();
            arguments.add(owner.value());
            portion.forEach(checksum -> arguments.add(checksum.bytes()));
            database.forEach(
                    "select checksum, removed_at from removed_content where owner_id = ? and checksum in "
                            + placeholders,
                    row -> removed.put(Checksum.of(row.bytes()), row.instant()),
                    arguments.toArray());
        });
        return removed;
    }
}
