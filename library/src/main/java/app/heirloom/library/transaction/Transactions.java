package app.heirloom.library.transaction;

import java.util.function.Supplier;

/**
 * Runs work on the repositories of one store. Repositories take part by being called inside {@link #read} or
 * {@link #write}; a call inside another joins it.
 *
 * <p>Writes are serial and visible in commit order, so ids taken inside one are ordered as the commits are. Concurrent
 * writes share one commit to disk: a work may run on another thread than its caller's and must be short, with no I/O
 * but the repositories'.
 */
public interface Transactions {
    /** Reads one consistent snapshot. */
    <T> T read(Supplier<T> work);

    /**
     * Writes all or nothing. When this returns, the work is durable; when it throws, none of it happened and the other
     * writes that shared the commit are untouched.
     */
    <T> T write(Supplier<T> work);

    /** {@link #write(Supplier)} for work without a result. */
    default void run(Runnable work) {
        write(() -> {
            work.run();
            return true;
        });
    }

    /** Runs the action once the surrounding write is durable, and never when it rolls back. */
    void afterCommit(Runnable action);
}
