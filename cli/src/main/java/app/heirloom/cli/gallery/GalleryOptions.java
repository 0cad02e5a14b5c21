package app.heirloom.cli.gallery;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.storage.database.DatabaseConfig;
import app.heirloom.storage.sql.SqlStorage;
import java.nio.file.Files;
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
                "SQLite file, which index makes, or",
                "postgresql://HOST/NAME?user=USER&password=SECRET,",
                "which several machines may share; any option of its driver may follow, as &sslmode=verify-full.",
                "Default: ${DEFAULT-VALUE}"
            })
    private String database = DEFAULT;

    /**
     * Opens an index that there is, and brings its schema up to date.
     *
     * @throws app.heirloom.library.error.HeirloomException NOT_FOUND when there is no such file: a slip of the pen makes
     *     no empty index
     */
    SqlStorage open() {
        file().filter(Files::notExists).ifPresent(file -> {
            throw ErrorCode.NOT_FOUND.exception("There is no database " + file
                    + ": heirloom gallery index makes one, and --database says where it is");
        });
        return openOrMake(FEW_READERS);
    }

    /**
     * Opens an index, which is made when it is missing.
     *
     * @param readers how many connections read
     */
    SqlStorage openOrMake(int readers) {
        file().map(file -> file.toAbsolutePath().getParent())
                .filter(Files::notExists)
                .ifPresent(folder -> {
                    throw ErrorCode.NOT_FOUND.exception("There is no folder " + folder + " for the database: make it,"
                            + " or name another place with --database");
                });
        return SqlStorage.open(config().withReaders(readers), InstantSource.system());
    }

    SqlStorage openOrMake() {
        return openOrMake(FEW_READERS);
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
