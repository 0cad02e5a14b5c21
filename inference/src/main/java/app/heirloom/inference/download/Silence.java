package app.heirloom.inference.download;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Closes a stream that has brought nothing for too long, since the JDK's client waits for a body for ever. */
final class Silence implements AutoCloseable {
    private final InputStream stream;
    private final Duration longest;
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile long last = System.nanoTime();
    private volatile boolean tooLong;

    Silence(InputStream stream, Duration longest) {
        this.stream = stream;
        this.longest = longest;
        Thread.ofVirtual().start(this::watch);
    }

    /** Bytes came. */
    void broken() {
        last = System.nanoTime();
    }

    /** Fails when the stream ended because it was closed here. */
    void check() throws IOException {
        if (tooLong) {
            throw new IOException("the server sent nothing for " + longest.toSeconds() + " s");
        }
    }

    private void watch() {
        try {
            long left = longest.toNanos();
            while (!done.await(left, TimeUnit.NANOSECONDS)) {
                left = longest.toNanos() - (System.nanoTime() - last);
                if (left <= 0) {
                    tooLong = true;
                    stream.close();
                    return;
                }
            }
        } catch (InterruptedException | IOException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        done.countDown();
    }
}
