package app.heirloom.immich.client.transport;

import app.heirloom.library.error.ErrorCode;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gets one thing while another is worked upon. What nobody waits for any more is given up. */
public final class Ahead<T> implements AutoCloseable {
    private final ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor();
    private @Nullable Future<T> coming;

    public void begin(Supplier<T> source) {
        coming = thread.submit(source::get);
    }

    /** What was begun last; fails as its source does. */
    public T get() {
        if (coming == null) {
            throw new IllegalStateException("nothing was begun");
        }
        try {
            return coming.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ErrorCode.REMOTE_UNREACHABLE.exception("Interrupted while waiting for the photo server", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        thread.close();
    }
}
