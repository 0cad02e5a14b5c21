package app.heirloom.storage.database;

import app.heirloom.storage.sql.SqlStorage;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** The two kinds of database that every repository is tested on. */
public enum TestDatabase {
    SQLITE {
        @Override
        public DatabaseConfig config(Path folder) {
            return DatabaseConfig.sqlite(folder.resolve(randomName() + ".db"));
        }

        @Override
        DatabaseConfig migrated(Path folder) {
            Path file = folder.resolve(randomName() + ".db");
            try {
                Files.write(file, MigratedFile.BYTES);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return DatabaseConfig.sqlite(file);
        }
    },
    POSTGRES {
        @Override
        public DatabaseConfig config(Path folder) {
            return Cluster.create(randomName(), "template1");
        }

        @Override
        DatabaseConfig migrated(Path folder) {
            return Cluster.create(randomName(), Cluster.migrated());
        }
    };

    /** A new database without anything in it. */
    public abstract DatabaseConfig config(Path folder);

    /** A copy of a database that has its tables, which is there in a fraction of the time that making them takes. */
    abstract DatabaseConfig migrated(Path folder);

    public SqlStorage open(Path folder) {
        return SqlStorage.open(migrated(folder), InstantSource.system());
    }

    private static final class MigratedFile {
        private static final byte[] BYTES = make();

        private static byte[] make() {
            try {
                Path folder = Files.createTempDirectory("heirloom-migrated");
                Path file = folder.resolve("library.db");
                SqlStorage.open(DatabaseConfig.sqlite(file), InstantSource.system())
                        .close();
                byte[] bytes = Files.readAllBytes(file);
                Files.delete(file);
                Files.delete(folder);
                return bytes;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static String randomName() {
        return "test_" + UUID.randomUUID().toString().replace("-", "");
    }

    /**
     * One embedded PostgreSQL for all tests of this process. A commit is written when it is acknowledged, but left to the
     * cache of the system: that outlives a process that is killed, which is all that tests do to it.
     */
    private static final class Cluster {
        private static final Optional<EmbeddedPostgres> POSTGRES = start();
        private static @Nullable String migrated;

        static synchronized String migrated() {
            if (migrated == null) {
                String name = randomName();
                SqlStorage.open(create(name, "template1"), InstantSource.system())
                        .close();
                migrated = name;
            }
            return migrated;
        }

        static DatabaseConfig create(String name, String template) {
            Assumptions.assumeTrue(POSTGRES.isPresent(), "the embedded PostgreSQL does not start on this machine");
            try (Connection connection = POSTGRES.get().getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + name + " template " + template);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return DatabaseConfig.of(POSTGRES.get().getJdbcUrl("postgres", name));
        }

        private static Optional<EmbeddedPostgres> start() {
            try {
                EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
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
