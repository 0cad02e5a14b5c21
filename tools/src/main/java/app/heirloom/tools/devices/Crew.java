package app.heirloom.tools.devices;

import app.heirloom.library.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Does the same to many things, several at once. */
final class Crew implements AutoCloseable {
    private final ExecutorService threads;

    Crew(int size) {
        threads = Executors.newFixedThreadPool(size);
    }

    /** The results in the order of the things; when one fails, so does this. */
    <T, R> List<R> map(List<T> things, Function<T, R> work) {
        try {
            List<Future<R>> futures = threads.invokeAll(things.stream()
                    .map(thing -> (Callable<R>) () -> work.apply(thing))
                    .toList());
            List<R> results = new ArrayList<>(futures.size());
            for (Future<R> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ErrorCode.INVALID.exception("Interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }
}
