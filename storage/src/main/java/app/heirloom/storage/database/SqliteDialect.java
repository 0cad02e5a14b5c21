package app.heirloom.storage.database;

import app.heirloom.library.error.ErrorCode;
import com.zaxxer.hikari.HikariConfig;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/** SQLite with a write-ahead log that is synchronised with every commit. */
final class SqliteDialect implements Dialect {
    private static final String BUSY_TIMEOUT_IN_MILLIS = "10000";
    private static final int UUID_LENGTH_IN_BYTES = 16;

    @Override
    public String migrations() {
        return "sqlite";
    }

    /** That there is a write-ahead log is written into the file. */
    @Override
    public void requireOwn(DatabaseConfig config) throws SQLException {
        Properties pragmas = new Properties();
        pragmas.setProperty("busy_timeout", BUSY_TIMEOUT_IN_MILLIS);
        try (Connection connection = new SqliteSource(config.url(), pragmas).getConnection();
                Statement statement = connection.createStatement();
                ResultSet own = statement.executeQuery("select 1 from sqlite_master where name = 'schema_version'")) {
            if (!own.next()) {
                Migrations.requireOwn(connection);
            }
        }
    }

    @Override
    public HikariConfig readers(DatabaseConfig config) {
        HikariConfig pool = pool(config, true);
        pool.setMaximumPoolSize(config.readers());
        pool.setMinimumIdle(1);
        return pool;
    }

    @Override
    public HikariConfig writer(DatabaseConfig config) {
        HikariConfig pool = pool(config, false);
        pool.setMaximumPoolSize(1);
        return pool;
    }

    private static HikariConfig pool(DatabaseConfig config, boolean readOnly) {
        Properties pragmas = new Properties();
        pragmas.setProperty("journal_mode", "WAL");
        pragmas.setProperty("synchronous", "FULL");
        pragmas.setProperty("secure_delete", "on"); // "fast" leaves what lay on pages that became free
        pragmas.setProperty("foreign_keys", "true");
        pragmas.setProperty("busy_timeout", BUSY_TIMEOUT_IN_MILLIS);
        pragmas.setProperty("cache_size", "-8000"); // KiB for each connection
        // Nobody asks for them, and the driver would run a query for them after each insert.
        pragmas.setProperty("jdbc.get_generated_keys", "false");
        if (readOnly) {
            pragmas.setProperty("query_only", "true");
        }
        HikariConfig pool = new HikariConfig();
        pool.setDataSource(new SqliteSource(config.url(), pragmas));
        // The writer begins by itself; a reader's first query begins its snapshot.
        pool.setAutoCommit(!readOnly);
        return pool;
    }

    @Override
    public void beginWrite(Connection connection) throws SQLException {
        try (PreparedStatement begin = connection.prepareStatement("begin immediate")) {
            begin.execute();
        }
    }

    /** While foreign keys are watched, dropping a table would empty those that refer to it. */
    @Override
    public void beginMigration(Connection connection) throws SQLException {
        watchForeignKeys(connection, false);
        beginWrite(connection);
    }

    @Override
    public void endMigration(Connection connection) throws SQLException {
        watchForeignKeys(connection, true);
    }

    private static void watchForeignKeys(Connection connection, boolean watched) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma foreign_keys = " + (watched ? "on" : "off"));
        }
    }

    @Override
    public void bindUuid(PreparedStatement statement, int index, UUID value) throws SQLException {
        ByteBuffer bytes = ByteBuffer.allocate(UUID_LENGTH_IN_BYTES);
        bytes.putLong(value.getMostSignificantBits()).putLong(value.getLeastSignificantBits());
        statement.setBytes(index, bytes.array());
    }

    @Override
    public @Nullable UUID readUuid(ResultSet rows, int column) throws SQLException {
        byte[] bytes = rows.getBytes(column);
        if (bytes == null) {
            return null;
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    @Override
    public Optional<String> nameIndex() {
        return Optional.of("asset.number in (select rowid from asset_name where asset_name match ?)");
    }

    @Override
    public Optional<String> textIndex() {
        return Optional.of("text_line.number in (select rowid from text_part where text_part match ?)");
    }

    @Override
    public ErrorCode codeOf(SQLException failure) {
        return isCode(failure, SQLiteErrorCode.SQLITE_FULL) ? ErrorCode.STORAGE_FULL : ErrorCode.DATABASE;
    }

    @Override
    public String adviceOn(@Nullable SQLException failure) {
        return failure != null && isCode(failure, SQLiteErrorCode.SQLITE_BUSY)
                ? "Another program has locked it: end that one, then try again"
                : "If the file is damaged, put a backup of it in its place";
    }

    /** Whatever the particulars, which are in its higher bits. */
    private static boolean isCode(SQLException failure, SQLiteErrorCode code) {
        return (failure.getErrorCode() & 0xFF) == code.code;
    }
}
