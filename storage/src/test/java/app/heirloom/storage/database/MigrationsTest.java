package app.heirloom.storage.database;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.library.event.ChangeId;
import app.heirloom.library.sync.Change;
import app.heirloom.library.sync.ChangeRange;
import app.heirloom.storage.sql.SqlStorage;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MigrationsTest {
    private static final String ZERO = "'00000000000000000000000000000000'";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void anOlderDatabaseKeepsItsRows(TestDatabase database) throws SQLException {
        DatabaseConfig config = database.config(folder);
        Dialect dialect = Dialect.of(config.url());
        try (var pool = new HikariDataSource(dialect.writer(config));
                Connection connection = pool.getConnection()) {
            new Migrations(dialect, 1).run(connection);
            fill(connection, database == TestDatabase.SQLITE ? "x" + ZERO : ZERO + "::uuid");
        }
        try (SqlStorage storage = SqlStorage.open(config, InstantSource.system())) {
            var user = storage.transactions()
                    .read(() -> storage.users().findByEmail("ann@example.org"))
                    .orElseThrow();
            assertThat(user.quota().usageInBytes()).isEqualTo(1_000);
            var trashed = storage.transactions().read(() -> storage.assets().listTrashed(user.id()));
            assertThat(trashed).hasSize(1);
            assertThat(storage.transactions().read(() -> storage.assets().listFiles(trashed.getFirst())))
                    .hasSize(1);
            storage.transactions().run(() -> storage.assets().remove(trashed));
            assertThat(storage.transactions().read(() -> storage.assets().listFiles(trashed.getFirst())))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void textThatWasReadBeforeIsToldToClients(TestDatabase database) throws SQLException {
        DatabaseConfig config = database.config(folder);
        Dialect dialect = Dialect.of(config.url());
        String checksum = database == TestDatabase.SQLITE ? "x'01'" : "'\\x01'::bytea";
        try (var pool = new HikariDataSource(dialect.writer(config));
                Connection connection = pool.getConnection()) {
            new Migrations(dialect, 1).run(connection);
            fill(connection, database == TestDatabase.SQLITE ? "x" + ZERO : ZERO + "::uuid");
            new Migrations(dialect, 5).run(connection);
            try (Statement statement = connection.createStatement()) {
                for (int position = 0; position < 3; position++) {
                    statement.execute("insert into text_line (checksum, model, position, text, text_folded, corners,"
                            + " detection_score, reading_score) values (" + checksum(checksum) + ", 'reader', "
                            + position + ", 'EXIT', 'exit', " + corners(checksum) + ", 1, 1)");
                }
            }
        }
        try (SqlStorage storage = SqlStorage.open(config, InstantSource.system())) {
            var user = storage.transactions()
                    .read(() -> storage.users().findByEmail("ann@example.org"))
                    .orElseThrow();
            var range = new ChangeRange(ChangeId.NONE, ChangeId.earliestAt(Instant.EPOCH.plusMillis(1)), 10);
            var told = storage.transactions().read(() -> storage.sync().listTexts(user.id(), range));
            assertThat(told).extracting(change -> change.what().position()).containsExactly(0, 1, 2);
            assertThat(told).extracting(Change::id).doesNotHaveDuplicates();
        }
    }

    private static String corners(String one) {
        return one.replace("01", "00".repeat(32));
    }

    private static void fill(Connection connection, String id) throws SQLException {
        String bytes = id.startsWith("x") ? "x'01'" : "'\\x01'::bytea";
        try (Statement statement = connection.createStatement()) {
            statement.execute("insert into app_user values (" + id + ", 'ann@example.org', 'Ann', true, false, 'hash',"
                    + " null, 0, 1, 1, " + id + ")");
            statement.execute("insert into asset values (" + id + ", " + id + ", 0, 'a.jpg', 'a.jpg', "
                    + checksum(bytes)
                    + ", 1000, 'originals/a', 1, 1, 0, 0, 1, 1, 1, null, null, null, null, 0, false, 1, null, " + id
                    + ")");
            statement.execute("insert into asset_file values (" + id + ", 'PREVIEW', 'derivatives/a', 10)");
        }
    }

    private static String checksum(String one) {
        return one.replace("01", "01".repeat(20));
    }
}
