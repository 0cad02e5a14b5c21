package app.heirloom.storage;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.library.user.Account;
import app.heirloom.library.user.Quota;
import app.heirloom.library.user.User;
import app.heirloom.library.user.UserId;
import app.heirloom.storage.database.DatabaseConfig;
import app.heirloom.storage.files.DataDirectory;
import app.heirloom.storage.sql.SqlStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BelongingTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    @TempDir
    Path folder;

    @Test
    void aLibraryThatWasLeftAloneOpensAgain() {
        use("a", "a");
        use("a", "a");
    }

    @Test
    void refusesADatabaseThatWentBackInTime() throws IOException {
        use("a", "a");
        Files.copy(database("a"), database("old"));
        use("a", "a");
        assertThatThrownBy(() -> open("a", "old", false)).hasMessageContaining("went back in time");
        open("a", "old", true);
        open("a", "old", false);
    }

    @Test
    void refusesTheDatabaseOfAnotherLibrary() {
        use("a", "a");
        use("b", "b");
        assertThatThrownBy(() -> open("a", "b", false)).hasMessageContaining("belongs to another library");
    }

    @Test
    void refusesAnEmptyDatabaseBesideOriginalsInUse() {
        use("a", "a");
        assertThatThrownBy(() -> open("a", "fresh", false)).hasMessageContaining("The database is empty");
    }

    @Test
    void refusesADatabaseInUseWithoutItsOriginals() {
        use("a", "a");
        assertThatThrownBy(() -> open("unmounted", "a", false)).hasMessageContaining("its originals are not here");
    }

    @Test
    void refusesADirectoryThatIsInUse() {
        try (DataDirectory first = DataDirectory.open(folder.resolve("a"))) {
            assertThatThrownBy(() -> DataDirectory.open(first.path())).hasMessageContaining("in use by another");
        }
    }

    @Test
    void saysWhatIsWrongWithADirectoryThatIsAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertThatThrownBy(() -> DataDirectory.open(file)).hasMessageContaining("Cannot use the data directory");
    }

    /** Opens, changes something and records it, as a server does. */
    private void use(String data, String database) {
        try (DataDirectory directory = DataDirectory.open(folder.resolve(data));
                SqlStorage storage = sql(database)) {
            Belonging belonging = new Belonging(directory.mark(), storage.instance(), storage.transactions());
            belonging.check(false);
            UserId id = UserId.random();
            User user = new User(id, new Account(id.toString(), "Ann", true, false), Quota.UNLIMITED, NOW, NOW);
            storage.transactions().run(() -> storage.users().add(user, "hash"));
            belonging.record();
        }
    }

    private void open(String data, String database, boolean accept) {
        try (DataDirectory directory = DataDirectory.open(folder.resolve(data));
                SqlStorage storage = sql(database)) {
            new Belonging(directory.mark(), storage.instance(), storage.transactions()).check(accept);
        }
    }

    private SqlStorage sql(String database) {
        return SqlStorage.open(DatabaseConfig.sqlite(database(database)), InstantSource.system());
    }

    private Path database(String name) {
        return folder.resolve(name + ".db");
    }
}
