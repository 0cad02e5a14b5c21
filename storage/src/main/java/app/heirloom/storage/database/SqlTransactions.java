package app.heirloom.storage.database;

import app.heirloom.library.event.ChangeClock;
import app.heirloom.library.event.ChangeId;
import app.heirloom.library.transaction.Transactions;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.function.Supplier;

/** Binds a connection to the work that runs in a transaction, so that repositories need not hand one around. */
public final class SqlTransactions implements Transactions, AutoCloseable {
    private static final ScopedValue<Scope> CURRENT = ScopedValue.newInstance();

    /** The connection that work runs on. */
    record Scope(Connection connection, boolean writes, AfterCommit afterCommit) {
        /** Runs the work with this as the surrounding transaction. */
        <T> T call(Supplier<T> work) {
            return ScopedValue.where(CURRENT, this).call(work::get);
        }
    }

    private final HikariDataSource readers;
    private final GroupCommit writer;
    private final Dialect dialect;
    private final ChangeClock changes;

    /** Knows the newest change id of a database. */
    @FunctionalInterface
    public interface Changes {
        /** For databases whose rows carry none. */
        Changes NONE = (connection, dialect) -> ChangeId.NONE;

        ChangeId newest(Connection connection, Dialect dialect) throws SQLException;
    }

    private SqlTransactions(HikariDataSource readers, GroupCommit writer, Dialect dialect, ChangeClock changes) {
        this.readers = readers;
        this.writer = writer;
        this.dialect = dialect;
        this.changes = changes;
    }

    /** Opens a database and brings its schema up to date; where that fails, nothing is left open. */
    public static SqlTransactions open(
            DatabaseConfig config, Dialect dialect, Migrations migrations, Changes changes, InstantSource clock)
            throws SQLException {
        dialect.requireOwn(config);
        HikariDataSource writer = new HikariDataSource(dialect.writer(config));
        try {
            ChangeId newest;
            try (Connection connection = writer.getConnection()) {
                migrations.run(connection);
                newest = changes.newest(connection, dialect);
            }
            HikariDataSource readers = new HikariDataSource(dialect.readers(config));
            return new SqlTransactions(
                    readers, new GroupCommit(writer, dialect), dialect, new ChangeClock(clock, newest));
        } catch (SQLException | RuntimeException e) {
            writer.close();
            throw e;
        }
    }

    @Override
    public <T> T read(Supplier<T> work) {
        if (CURRENT.isBound()) {
            return work.get();
        }
        try (Connection connection = readers.getConnection()) {
            try {
                return new Scope(connection, false, new AfterCommit()).call(work);
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw dialect.codeOf(e).exception("Cannot read from the database: " + e.getMessage(), e);
        }
    }

    @Override
    public <T> T write(Supplier<T> work) {
        if (!CURRENT.isBound()) {
            return writer.submit(work);
        }
        if (!CURRENT.get().writes()) {
            throw new IllegalStateException("a write inside a read");
        }
        return work.get();
    }

    @Override
    public void afterCommit(Runnable action) {
        if (!CURRENT.isBound() || !CURRENT.get().writes()) {
            throw new IllegalStateException("nothing will be committed here");
        }
        CURRENT.get().afterCommit().add(action);
    }

    public Connection connection() {
        if (!CURRENT.isBound()) {
            throw new IllegalStateException("a repository was called outside of a transaction");
        }
        return CURRENT.get().connection();
    }

    public ChangeId nextChange() {
        return changes.next();
    }

    @Override
    public void close() {
        writer.close();
        readers.close();
    }
}
