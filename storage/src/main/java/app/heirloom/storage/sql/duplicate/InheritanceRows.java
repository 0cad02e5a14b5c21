package app.heirloom.storage.sql.duplicate;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetRelations.Gift;
import app.heirloom.library.asset.AssetRelations.GiftKind;
import app.heirloom.library.asset.grouping.StackId;
import app.heirloom.library.duplicate.merge.KnownMetadata;
import app.heirloom.library.metadata.Capture;
import app.heirloom.library.metadata.CaptureTime;
import app.heirloom.library.metadata.Coordinates;
import app.heirloom.library.resolution.Inheritance;
import app.heirloom.library.resolution.Inheritance.Stacking;
import app.heirloom.library.stack.Stack;
import app.heirloom.library.user.UserId;
import app.heirloom.storage.database.Codes;
import app.heirloom.storage.database.Database;
import app.heirloom.storage.sql.row.ExifRows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads and writes what an heir got by a resolution. */
final class InheritanceRows {
    private final Database database;

    InheritanceRows(Database database) {
        this.database = database;
    }

    void add(long number, Inheritance inheritance) {
        addMetadata(number, true, inheritance.before(), inheritance.taken());
        addMetadata(number, false, inheritance.after(), inheritance.taken());
        for (Gift gift : inheritance.gifts()) {
            database.update(
                    "insert into resolution_gift values (?, ?, ?, ?)", number, gift.kind(), gift.id(), gift.person());
        }
        inheritance.stacks().before().forEach(stack -> addStack(number, true, stack));
        Stack after = inheritance.stacks().after();
        if (after != null) {
            addStack(number, false, after);
        }
    }

    private void addMetadata(long number, boolean isBefore, KnownMetadata known, CaptureTime taken) {
        Coordinates place = known.coordinates();
        database.update(
                "insert into resolution_metadata values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                number,
                isBefore,
                known.favorite(),
                known.visibility(),
                known.description(),
                known.rating(),
                place == null ? null : place.latitude(),
                place == null ? null : place.longitude(),
                known.capture().local(),
                known.capture().zone(),
                taken.instant(),
                taken.local());
    }

    private void addStack(long number, boolean isBefore, Stack stack) {
        for (int i = 0; i < stack.assets().size(); i++) {
            database.update(
                    "insert into resolution_stack values (?, ?, ?, ?, ?)",
                    number,
                    isBefore,
                    stack.id().value(),
                    i,
                    stack.assets().get(i).value());
        }
    }

    Inheritance get(long number, AssetId heir, UserId owner) {
        List<Gift> gifts = database.list(
                "select kind, id, person_id from resolution_gift where resolution_number = ? order by kind, id",
                row -> new Gift(row.constant(GiftKind.class), row.uuid(), row.uuidOrNull()),
                number);
        CaptureTime taken = database.find(
                        "select captured_at, captured_local_at from resolution_metadata where resolution_number = ?",
                        row -> new CaptureTime(row.instant(), row.local()),
                        number)
                .orElseThrow();
        Stack after = stacks(number, false, owner).stream().findFirst().orElse(null);
        return new Inheritance(
                heir,
                metadata(number, true),
                metadata(number, false),
                taken,
                gifts,
                new Stacking(stacks(number, true, owner), after));
    }

    private KnownMetadata metadata(long number, boolean isBefore) {
        return database.find(
                        """
                        select is_favorite, visibility, description, rating, latitude, longitude, local_at, zone
                        from resolution_metadata where resolution_number = ? and is_before = ?
                        """,
                        row -> new KnownMetadata(
                                row.flag(),
                                Codes.visibility(row.integer()),
                                row.text(),
                                row.integerOrNull(),
                                ExifRows.coordinates(row),
                                new Capture(row.localOrNull(), row.textOrNull(), null)),
                        number,
                        isBefore)
                .orElseThrow();
    }

    private List<Stack> stacks(long number, boolean isBefore, UserId owner) {
        Map<UUID, List<AssetId>> members = new LinkedHashMap<>();
        database.forEach(
                """
                select stack_id, asset_id from resolution_stack
                where resolution_number = ? and is_before = ? order by stack_id, position
                """,
                row -> members.computeIfAbsent(row.uuid(), _ -> new ArrayList<>())
                        .add(new AssetId(row.uuid())),
                number,
                isBefore);
        return members.entrySet().stream()
                .map(stack -> new Stack(new StackId(stack.getKey()), owner, stack.getValue()))
                .toList();
    }
}
