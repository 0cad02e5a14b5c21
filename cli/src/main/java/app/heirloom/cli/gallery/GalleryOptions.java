package app.heirloom.cli.gallery;

import app.heirloom.storage.database.DatabaseConfig;
import app.heirloom.storage.sql.SqlStorage;
import java.nio.file.Path;
import java.time.InstantSource;
import picocli.CommandLine.Option;

/** Where the index is, said alike by every command. */
final class GalleryOptions {
    private static final String DEFAULT = "heirloom-gallery.db";

    @Option(
            names = "--database",
            paramLabel = "FILE|URL",
            defaultValue = DEFAULT,
            description = {
                "SQLite file, made when it is missing, or postgresql://HOST/NAME?user=USER&password=SECRET, which"
                        + " several machines may share.",
                "Default: ${DEFAULT-VALUE}"
            })
    private String database = DEFAULT;

    /** Opens the index and brings its schema up to date. */
    SqlStorage open() {
        return SqlStorage.open(config(), InstantSource.system());
    }

    private DatabaseConfig config() {
        return database.matches("(jdbc:)?[a-z]+:.*")
                ? DatabaseConfig.of(database)
                : DatabaseConfig.sqlite(Path.of(database));
    }

    /** As it was given, without its password. */
    String name() {
        return DatabaseConfig.withoutPassword(database);
    }
}
