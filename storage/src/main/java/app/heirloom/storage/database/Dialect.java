package app.heirloom.storage.database;

import app.heirloom.library.error.ErrorCode;
import com.zaxxer.hikari.HikariConfig;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All that differs between the databases, besides their migrations. */
public interface Dialect {
    static Dialect of(String url) {
        if (url.startsWith("jdbc:sqlite:")) {
            return new SqliteDialect();
        }
        if (url.startsWith("jdbc:postgresql:")) {
            return new PostgresDialect();
        }
        throw ErrorCode.INVALID.exception(
                "The database URL must start with sqlite: or postgresql:, but it is " + withoutPassword(url));
    }

    /** Fit for messages and logs. */
    static String withoutPassword(String url) {
        return url.replaceAll("(?i)(password=)[^&]*", "$1...").replaceAll("//([^:/@]+):[^@/]+@", "//$1:...@");
    }

    /** The folder of this database's migrations. */
    String migrations();

    /**
     * Looks at the database before it is opened, where that alone would change it.
     *
     * @throws app.heirloom.library.error.HeirloomException DATABASE when another program made it
     */
    default void requireOwn(DatabaseConfig config) throws SQLException {}

    HikariConfig readers(DatabaseConfig config);

    HikariConfig writer(DatabaseConfig config);

    /** Begins a transaction that no other writer can overtake, in this process or another. */
    void beginWrite(Connection connection) throws SQLException;

    /** Begins a transaction that may replace tables which others refer to. */
    default void beginMigration(Connection connection) throws SQLException {
        beginWrite(connection);
    }

    /** Finishes what {@link #beginMigration} began, after its commit or rollback. */
    default void endMigration(Connection connection) throws SQLException {}

    void bindUuid(PreparedStatement statement, int index, UUID value) throws SQLException;

    @Nullable
    UUID readUuid(ResultSet rows, int column) throws SQLException;

    /**
     * A condition that rows of asset meet when their folded names have all the trigrams of a query in FTS5's language,
     * which is its argument; empty when the database finds parts of names by an index without being told.
     */
    default Optional<String> nameIndex() {
        return Optional.empty();
    }

    /** The same for rows of text_line and the text that was read. */
    default Optional<String> textIndex() {
        return Optional.empty();
    }

    /** What a failure of the database means. */
    ErrorCode codeOf(SQLException failure);

    /** What to do about a database that cannot be opened. */
    String adviceOn(@Nullable SQLException failure);
}
