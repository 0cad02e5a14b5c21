package app.heirloom.server.lifecycle;

import app.heirloom.library.job.JobRunner;
import app.heirloom.media.Media;
import java.time.Duration;

/** Ends the jobs: those under way may finish for a while, then their child processes are killed and they are retried. */
public record Shutdown(JobRunner jobs, Media media) implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(5);

    @Override
    public void close() {
        Thread closing = Thread.ofVirtual().name("jobs-closing").start(jobs::close);
        try {
            if (!closing.join(GRACE)) {
                media.close();
                closing.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // what runs on is retried at the next start
        }
    }
}
