package app.heirloom.cli.gallery;

import app.heirloom.storage.database.DatabaseConfig;
import app.heirloom.storage.sql.SqlStorage;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where the index is, said alike by every command. */
final class GalleryOptions {
    private static final String DEFAULT = "heirloom-gallery.db";
    private static final int FEW_READERS = 2;

    @Option(
            names = "--database",
            paramLabel = "FILE|URL",
            defaultValue = DEFAULT,
            description = {
                "SQLite file, made when it is missing, or postgresql://HOST/NAME?user=USER&password=SECRET, which"
                        + " several machines may share; any option of its driver may follow, as &sslmode=verify-full.",
                "Default: ${DEFAULT-VALUE}"
            })
    private String database = DEFAULT;

    /** Opens the index and brings its schema up to date. */
    SqlStorage open() {
        return open(FEW_READERS);
    }

    /** The same with so many connections for readers. */
    SqlStorage open(int readers) {
        return SqlStorage.open(config().withReaders(readers), InstantSource.system());
    }

    private DatabaseConfig config() {
        return isFile() ? DatabaseConfig.sqlite(Path.of(database)) : DatabaseConfig.of(database);
    }

    private boolean isFile() {
        return !database.matches("(jdbc:)?[a-z]{2,}:.*");
    }

    /** The SQLite file, if it is one. */
    Optional<Path> file() {
        return isFile() ? Optional.of(Path.of(database)) : Optional.empty();
    }

    /** As it was given, without its password. */
    String name() {
        return DatabaseConfig.withoutPassword(database);
    }
}
