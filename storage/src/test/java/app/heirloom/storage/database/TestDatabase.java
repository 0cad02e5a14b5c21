package app.heirloom.storage.database;

import app.heirloom.storage.sql.SqlStorage;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;

/** The two kinds of database that every repository is tested on. */
public enum TestDatabase {
    SQLITE {
        @Override
        public DatabaseConfig config(Path folder) {
            return DatabaseConfig.sqlite(folder.resolve("test-" + UUID.randomUUID() + ".db"));
        }
    },
    POSTGRES {
        @Override
        public DatabaseConfig config(Path folder) {
            return Cluster.newDatabase();
        }
    };

    public abstract DatabaseConfig config(Path folder);

    public SqlStorage open(Path folder) {
        return SqlStorage.open(config(folder), InstantSource.system());
    }

    /** One embedded PostgreSQL for all tests of this process, as durable as a real one. */
    private static final class Cluster {
        private static final Optional<EmbeddedPostgres> POSTGRES = start();

        static DatabaseConfig newDatabase() {
            Assumptions.assumeTrue(POSTGRES.isPresent(), "the embedded PostgreSQL does not start on this machine");
            String name = "test_" + UUID.randomUUID().toString().replace("-", "");
            try (Connection connection = POSTGRES.get().getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + name);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return DatabaseConfig.of(POSTGRES.get().getJdbcUrl("postgres", name));
        }

        private static Optional<EmbeddedPostgres> start() {
            try {
                EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> close(postgres)));
                return Optional.of(postgres);
            } catch (IOException | RuntimeException e) {
                System.getLogger(TestDatabase.class.getName())
                        .log(System.Logger.Level.WARNING, "No embedded PostgreSQL: " + e.getMessage());
                return Optional.empty();
            }
        }

        private static void close(EmbeddedPostgres postgres) {
            try {
                postgres.close();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
