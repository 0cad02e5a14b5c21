package app.heirloom.immich.client.transport;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A body on its way that is given up when nothing comes for long. Only waiting counts: a reader may take its time, and
 * the whole may take days.
 */
final class WatchedInputStream extends FilterInputStream {
    private static final long NOT_WAITING = 0;

    private final Duration silence;
    private final Future<?> watch;
    private volatile long waitingSince = NOT_WAITING;
    private volatile boolean isSilent;

    WatchedInputStream(InputStream body, Duration silence, ScheduledExecutorService watchers) {
        super(body);
        this.silence = silence;
        long period = Math.max(1, silence.toMillis() / 4);
        this.watch = watchers.scheduleWithFixedDelay(this::look, period, period, TimeUnit.MILLISECONDS);
    }

    private void look() {
        long since = waitingSince;
        if (since != NOT_WAITING && System.nanoTime() - since > silence.toNanos()) {
            isSilent = true;
            try {
                in.close();
            } catch (IOException e) {
                // the reader is told of the silence instead
            }
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        waitingSince = System.nanoTime() | 1; // never NOT_WAITING
        try {
            int count = in.read(target, offset, length);
            if (isSilent && count < 0) {
                throw silent(null);
            }
            return count;
        } catch (IOException e) {
            throw isSilent ? silent(e) : e;
        } finally {
            waitingSince = NOT_WAITING;
        }
    }

    private IOException silent(@Nullable IOException cause) {
        return new IOException("nothing came for " + silence.toSeconds() + " s", cause);
    }

    @Override
    public void close() throws IOException {
        watch.cancel(false);
        super.close();
    }
}
