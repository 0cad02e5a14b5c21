package app.heirloom.server.lifecycle;

import static java.lang.System.Logger.Level.WARNING;

import app.heirloom.storage.Belonging;
import java.time.Duration;

/** Notes now and then beside the originals how far the database has come, so that an older one is recognised. */
public final class Milestones implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Milestones.class.getName());
    private static final Duration INTERVAL = Duration.ofMinutes(1);

    private final Belonging belonging;
    private final Thread thread;

    private Milestones(Belonging belonging) {
        this.belonging = belonging;
        this.thread = Thread.ofVirtual().name("milestones").unstarted(this::run);
    }

    public static Milestones start(Belonging belonging) {
        var milestones = new Milestones(belonging);
        milestones.thread.start();
        return milestones;
    }

    @Override
    public void close() {
        thread.interrupt();
        record();
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(INTERVAL);
                record();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the server stops
        }
    }

    private void record() {
        try {
            belonging.record();
        } catch (RuntimeException e) {
            LOG.log(WARNING, "Cannot note how far the database has come", e);
        }
    }
}
