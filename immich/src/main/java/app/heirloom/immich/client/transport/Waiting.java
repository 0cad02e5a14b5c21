package app.heirloom.immich.client.transport;

import app.heirloom.library.error.ErrorCode;
import java.time.Duration;

/** The passing of time, so that tests need not wait for it. */
public interface Waiting {
    /** Real time. An interrupted wait fails as REMOTE_UNREACHABLE. */
    Waiting REAL = new Waiting() {
        @Override
        public long nanoTime() {
            return System.nanoTime();
        }

        @Override
        public void pause(Duration duration) {
            try {
                Thread.sleep(duration);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw ErrorCode.REMOTE_UNREACHABLE.exception("Interrupted while waiting for the photo server", e);
            }
        }
    };

    /** As {@link System#nanoTime}. */
    long nanoTime();

    void pause(Duration duration);
}
