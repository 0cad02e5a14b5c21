package app.heirloom.storage.database;

import app.heirloom.library.error.ErrorCode;
import com.zaxxer.hikari.HikariConfig;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** PostgreSQL, with writers of all processes put in one order so that change ids appear in the order of commits. */
final class PostgresDialect implements Dialect {
    /** Any number will do, as long as every Heirloom takes the same. */
    private static final long WRITER_LOCK = 0x4865_6972_6C6F_6F6DL;

    private static final String DISK_FULL = "53100";
    private static final String TOO_MANY_CONNECTIONS = "53300";

    /** How long to wait for a connection that others use. */
    private static final Duration ACQUISITION = Duration.ofSeconds(30);

    /** How often an idle connection is used, so that no firewall takes it for dead. */
    private static final Duration KEEPING_ALIVE = Duration.ofMinutes(2);

    @Override
    public String migrations() {
        return "postgres";
    }

    @Override
    public HikariConfig readers(DatabaseConfig config) {
        HikariConfig pool = pool(config);
        pool.setMaximumPoolSize(config.readers());
        pool.setAutoCommit(false);
        pool.setReadOnly(true);
        pool.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        return pool;
    }

    @Override
    public HikariConfig writer(DatabaseConfig config) {
        HikariConfig pool = pool(config);
        pool.setMaximumPoolSize(1);
        return pool;
    }

    /** All connections are opened at once and stay, since each costs a process there and a handshake or two. */
    private static HikariConfig pool(DatabaseConfig config) {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(config.url());
        pool.addDataSourceProperty("ApplicationName", "heirloom");
        pool.setConnectionTimeout(ACQUISITION.toMillis());
        pool.setKeepaliveTime(KEEPING_ALIVE.toMillis());
        return pool;
    }

    @Override
    public void beginWrite(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("begin");
            statement.execute("select pg_advisory_xact_lock(" + WRITER_LOCK + ")");
        }
    }

    @Override
    public void bindUuid(PreparedStatement statement, int index, UUID value) throws SQLException {
        statement.setObject(index, value);
    }

    @Override
    public @Nullable UUID readUuid(ResultSet rows, int column) throws SQLException {
        return rows.getObject(column, UUID.class);
    }

    @Override
    public ErrorCode codeOf(SQLException failure) {
        return DISK_FULL.equals(failure.getSQLState()) ? ErrorCode.STORAGE_FULL : ErrorCode.DATABASE;
    }

    @Override
    public String adviceOn(@Nullable SQLException failure) {
        return failure != null && TOO_MANY_CONNECTIONS.equals(failure.getSQLState())
                ? "All its connections are taken: end another program, or raise its max_connections"
                : "Is it running, and are the host, the name and the user in the URL right?";
    }
}
