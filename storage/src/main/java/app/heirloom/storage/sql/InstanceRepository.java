package app.heirloom.storage.sql;

import app.heirloom.library.event.ChangeId;
import app.heirloom.storage.database.Database;
import app.heirloom.storage.database.NewestChange;
import app.heirloom.storage.database.Row;
import java.time.InstantSource;
import java.util.UUID;

/** What tells one library from another, and how far it has come. */
public final class InstanceRepository {
    private final Database database;
    private final InstantSource clock;

    InstanceRepository(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The library's id, made when it is asked for first. */
    public UUID id() {
        return database.find("select id from instance", Row::uuid).orElseGet(() -> {
            UUID id = UUID.randomUUID();
            database.update("insert into instance values (?, ?)", id, clock.instant());
            return id;
        });
    }

    /** The greatest change id in the database. */
    public ChangeId newestChange() {
        return database.find(NewestChange.sql(), row -> new ChangeId(row.uuid()))
                .orElse(ChangeId.NONE);
    }

    /** Whether nothing was ever kept here. */
    public boolean isEmpty() {
        return newestChange().equals(ChangeId.NONE);
    }
}
