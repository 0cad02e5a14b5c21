package app.heirloom.storage.database;

import java.nio.file.Path;

/**
 * Which database to use.
 *
 * @param url {@code jdbc:sqlite:FILE}, or {@code jdbc:postgresql://HOST/NAME?user=...&password=...} with any option of its
 *     driver, as {@code sslmode=verify-full&sslrootcert=FILE}
 * @param readers how many transactions may read at once
 */
public record DatabaseConfig(String url, int readers) {
    private static final int DEFAULT_READERS = 8;

    public static DatabaseConfig sqlite(Path file) {
        return of("jdbc:sqlite:" + file.toAbsolutePath());
    }

    /** From a URL with or without its {@code jdbc:}. */
    public static DatabaseConfig of(String url) {
        return new DatabaseConfig(url.startsWith("jdbc:") ? url : "jdbc:" + url, DEFAULT_READERS);
    }

    /** The same with so many connections for readers; one more is for the writer. */
    public DatabaseConfig withReaders(int count) {
        return new DatabaseConfig(url, count);
    }

    /** A URL fit for messages and logs. */
    public static String withoutPassword(String url) {
        return Dialect.withoutPassword(url);
    }
}
