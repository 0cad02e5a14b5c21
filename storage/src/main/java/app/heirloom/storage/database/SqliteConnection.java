package app.heirloom.storage.database;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Properties;
import java.util.SequencedMap;
import org.sqlite.core.DB;
import org.sqlite.jdbc4.JDBC4Connection;
import org.sqlite.jdbc4.JDBC4PreparedStatement;

/**
 * A connection that keeps its statements: one that was closed rests, and whoever prepares the same SQL next gets it. To
 * prepare a statement costs SQLite as much as to run one of ours.
 *
 * <p>A statement in use is never handed out, so SQL that is run while its own rows are read is prepared once more. As any
 * connection it belongs to one thread at a time, and its statements to the pool, whose proxies close each of them once.
 */
final class SqliteConnection extends JDBC4Connection {
    static final int MAX_RESTING = 64;
    /** Longer is only what lists many values, another number of them each time. */
    static final int MAX_LENGTH = 2_000;

    /** By SQL, the one that rests for longest first. */
    private final SequencedMap<String, KeptStatement> resting = new LinkedHashMap<>();

    SqliteConnection(String url, String file, Properties pragmas) throws SQLException {
        super(url, file, pragmas);
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int type, int concurrency, int holdability)
            throws SQLException {
        if (sql.length() > MAX_LENGTH) {
            return super.prepareStatement(sql, type, concurrency, holdability);
        }
        checkOpen();
        checkCursor(type, concurrency, holdability);
        KeptStatement kept = resting.remove(sql);
        return kept != null ? kept : new KeptStatement(this, sql);
    }

    private void rest(KeptStatement statement) throws SQLException {
        KeptStatement same = resting.putLast(statement.sql(), statement);
        if (same != null) {
            same.end();
        }
        if (resting.size() > MAX_RESTING) {
            resting.pollFirstEntry().getValue().end();
        }
    }

    /** Closed, it reads no snapshot and holds no arguments. */
    private static final class KeptStatement extends JDBC4PreparedStatement {
        private final SqliteConnection connection;
        private final String[] columnNames;

        KeptStatement(SqliteConnection connection, String sql) throws SQLException {
            super(connection, sql);
            this.connection = connection;
            this.columnNames = rs.colsMeta;
        }

        String sql() {
            return sql;
        }

        /** The names stay as they are, so SQLite need not spell them each time. */
        @Override
        public ResultSet getResultSet() throws SQLException {
            rs.colsMeta = columnNames;
            return super.getResultSet();
        }

        /** SQLite itself has ended one that failed badly. */
        @Override
        public void close() throws SQLException {
            if (pointer.isClosed()) {
                super.close();
                return;
            }
            rs.close();
            pointer.safeRunConsume(DB::reset);
            pointer.safeRunConsume(DB::clear_bindings);
            batch = null;
            batchPos = 0;
            batchQueryCount = 0;
            connection.rest(this);
        }

        void end() throws SQLException {
            super.close();
        }
    }
}
