package app.heirloom.tools.identities.people;

import app.heirloom.library.error.HeirloomException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Does so many things at once. */
record Workers(int count) {
    /** Returns once all are done; the first failure is told then. */
    <T> void run(List<T> things, Consumer<T> work) {
        try (ExecutorService executor = Executors.newFixedThreadPool(Math.max(1, count))) {
            List<Future<?>> running = new ArrayList<>();
            things.forEach(thing -> running.add(executor.submit(() -> work.accept(thing))));
            for (Future<?> one : running) {
                try {
                    one.get();
                } catch (ExecutionException e) {
                    executor.shutdownNow();
                    throw e.getCause() instanceof HeirloomException failure
                            ? failure
                            : new IllegalStateException(e.getCause());
                } catch (InterruptedException e) {
                    executor.shutdownNow();
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException("interrupted", e);
                }
            }
        }
    }
}
