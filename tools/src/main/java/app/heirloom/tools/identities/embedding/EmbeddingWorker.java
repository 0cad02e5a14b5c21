package app.heirloom.tools.identities.embedding;

import static java.lang.System.Logger.Level.WARNING;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.tools.identities.embedding.PictureQueue.LocalPicture;
import app.heirloom.tools.identities.store.PictureFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks at pictures of a queue until none is left, on several threads. */
public final class EmbeddingWorker {
    private static final System.Logger LOG = System.getLogger(EmbeddingWorker.class.getName());
    /** So that a worker that is killed leaves little to be done again. */
    private static final int PORTION = 4;

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final PictureQueue queue;
    private final PictureSight sight;
    private final String name;
    private final Duration renewal;

    /**
     * @param name tells workers apart
     * @param renewal how often to say that one is alive; a fraction of the queue's lease
     * @throws HeirloomException INVALID when the queue wants another model's embeddings
     */
    public EmbeddingWorker(PictureQueue queue, PictureSight sight, String name, Duration renewal) {
        if (!queue.model().equals(sight.model())) {
            throw ErrorCode.INVALID.exception("Embeddings of " + queue.model() + " are wanted, but the model here is "
                    + sight.model() + ": give --face-pack " + queue.model());
        }
        this.queue = queue;
        this.sight = sight;
        this.name = name;
        this.renewal = renewal;
    }

    /** Fails as the queue does: what was handed in stays there. */
    public void run(int threads) throws InterruptedException {
        try (ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("embedding-leases").daemon().factory());
                ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            var renewals = clock.scheduleAtFixedRate(
                    this::renew, renewal.toMillis(), renewal.toMillis(), TimeUnit.MILLISECONDS);
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                all.add(workers.submit(this::work));
            }
            try {
                for (Future<?> each : all) {
                    each.get();
                }
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
            } finally {
                all.forEach(each -> each.cancel(true));
                renewals.cancel(false);
                clock.shutdownNow();
            }
        }
    }

    private void renew() {
        try {
            queue.renew(name);
        } catch (HeirloomException e) { // there are more renewals than a lease needs
            LOG.log(WARNING, "The lease could not be renewed: {0}", e.getMessage());
        }
    }

    private void work() {
        PictureQueue.Portion portion = queue.take(name, PORTION);
        while (!portion.finished()) {
            if (portion.tasks().isEmpty()) {
                pause();
            } else {
                queue.give(name, look(portion.tasks()));
            }
            portion = queue.take(name, PORTION);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    private Findings look(List<PictureTask> tasks) {
        List<PictureLook> looks = new ArrayList<>();
        List<PictureFailure> failures = new ArrayList<>();
        for (PictureTask task : tasks) {
            try (LocalPicture picture = queue.fetch(task)) {
                if (sha256(picture.file()).equals(task.sha256())) {
                    looks.add(sight.look(task.sha256(), picture.file()));
                } else {
                    failures.add(new PictureFailure(task.sha256(), "the file is not what was staged", true));
                }
            } catch (IOException e) {
                failures.add(new PictureFailure(task.sha256(), "the file cannot be read: " + e.getMessage(), false));
            } catch (HeirloomException e) {
                if (e.code() != ErrorCode.UNREADABLE_MEDIA) {
                    throw e;
                }
                failures.add(new PictureFailure(task.sha256(), e.getMessage(), false));
            }
        }
        return new Findings(looks, failures);
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest digest = PictureFolder.sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
