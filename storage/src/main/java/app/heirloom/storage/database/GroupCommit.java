package app.heirloom.storage.database;

import app.heirloom.library.error.ErrorCode;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one writer. While a commit goes to disk, further works gather; they then run one after the other, each in a
 * savepoint of its own, and share the next commit.
 */
public final class GroupCommit implements AutoCloseable {
    private static final int MAX_GROUP = 256;

    private final HikariDataSource pool;
    private final Dialect dialect;
    private final BlockingQueue<Work<?>> queue = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile boolean closed;

    public GroupCommit(HikariDataSource pool, Dialect dialect) {
        this.pool = pool;
        this.dialect = dialect;
        this.thread = Thread.ofPlatform().name("database-writer").daemon().start(this::serve);
    }

    /** Runs the work in the next group and returns its result when the group is durable. */
    public <T> T submit(Supplier<T> work) {
        if (closed) {
            throw ErrorCode.DATABASE.exception("The database is closed");
        }
        Work<T> submitted = new Work<>(work);
        queue.add(submitted);
        return submitted.await();
    }

    /** Finishes what was submitted. */
    @Override
    public void close() {
        closed = true;
        queue.add(new Work<>(() -> true)); // wakes the writer
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        pool.close();
    }

    private void serve() {
        List<Work<?>> group = new ArrayList<>();
        while (!closed || !queue.isEmpty()) {
            try {
                group.add(queue.take());
            } catch (InterruptedException e) {
                return;
            }
            queue.drainTo(group, MAX_GROUP - 1);
            commit(group);
            group.clear();
        }
    }

    private void commit(List<Work<?>> group) {
        try (Connection connection = pool.getConnection()) {
            dialect.beginWrite(connection);
            try {
                for (Work<?> work : group) {
                    runInSavepoint(work, connection);
                }
                execute("commit", connection);
            } catch (SQLException e) {
                rollBack(connection, e);
                throw e;
            }
        } catch (SQLException e) {
            var failure = dialect.codeOf(e).exception("Cannot write to the database: " + e.getMessage(), e);
            group.forEach(work -> work.fail(failure));
            return;
        }
        group.forEach(Work::complete);
    }

    /** A full disk has SQLite roll back by itself: what happened first is what counts. */
    private static void rollBack(Connection connection, SQLException cause) {
        try {
            execute("rollback", connection);
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private static void runInSavepoint(Work<?> work, Connection connection) throws SQLException {
        execute("savepoint work", connection);
        if (!work.run(connection)) {
            execute("rollback to work", connection);
        }
        execute("release work", connection);
    }

    /** Prepared, since both drivers keep what is prepared. */
    private static void execute(String sql, Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    /** A work on its way through the writer. */
    private static final class Work<T> {
        private final Supplier<T> supplier;
        private final AfterCommit afterCommit = new AfterCommit();
        private final CompletableFuture<T> future = new CompletableFuture<>();
        private @Nullable Supplier<T> result;
        private @Nullable Throwable failure;

        Work(Supplier<T> supplier) {
            this.supplier = supplier;
        }

        /** Whether it went well. */
        boolean run(Connection connection) {
            try {
                T value = new SqlTransactions.Scope(connection, true, afterCommit).call(supplier);
                result = () -> value;
                return true;
            } catch (RuntimeException | Error e) {
                failure = e;
                return false;
            }
        }

        void complete() {
            if (result != null) {
                future.complete(result.get());
            } else if (failure != null) {
                future.completeExceptionally(failure);
            }
        }

        void fail(Throwable cause) {
            future.completeExceptionally(failure != null ? failure : cause);
        }

        /** Waits until the work is durable; what is to follow runs on the waiter's thread. */
        T await() {
            T value;
            try {
                value = future.join();
            } catch (CompletionException e) {
                switch (e.getCause()) {
                    case RuntimeException cause -> throw cause;
                    case Error cause -> throw cause;
                    case null, default -> throw e;
                }
            }
            afterCommit.run();
            return value;
        }
    }
}
