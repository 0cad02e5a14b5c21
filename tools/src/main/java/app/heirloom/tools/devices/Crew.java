package app.heirloom.tools.devices;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Does several things at once, for one thread that tells it what. */
final class Crew implements AutoCloseable {
    /** How much may wait for each thread, so that none has nothing to do, and not all is in memory. */
    private static final int AHEAD = 2;

    private final ExecutorService threads;
    private final int room;
    private final Queue<Future<?>> begun = new ArrayDeque<>();

    Crew(int size) {
        threads = Executors.newFixedThreadPool(size);
        room = size * AHEAD;
    }

    /** The results in the order of the things, once all are done; when one fails, so does this. */
    <T, R> List<R> map(List<T> things, Function<T, R> work) {
        try {
            return threads
                    .invokeAll(things.stream()
                            .map(thing -> (Callable<R>) () -> work.apply(thing))
                            .toList())
                    .stream()
                    .map(Crew::await)
                    .toList();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Does this sometime, and waits only when much is to be done before; fails when something did that was begun before. */
    void begin(Runnable work) {
        begun.add(threads.submit(work));
        awaitAllBut(room);
    }

    /** Waits until all is done that was begun; fails when one of it did. */
    void finish() {
        awaitAllBut(0);
    }

    private void awaitAllBut(int left) {
        while (begun.size() > left) {
            await(begun.remove());
        }
    }

    private static <R> R await(Future<R> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }

    private static HeirloomException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return ErrorCode.INVALID.exception("Interrupted", cause);
    }

    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }
}
