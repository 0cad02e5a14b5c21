package app.heirloom.tools.finding;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.likeness.Fingerprint;
import app.heirloom.library.remote.PhotoServer;
import app.heirloom.library.remote.RemoteDownload;
import app.heirloom.tools.Progress;
import app.heirloom.tools.backup.DiskFailure;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Looks at previews, several at once, and keeps what it saw of each as soon as it saw it. */
record PreviewLook(PhotoServer photos, Sight sight, FingerprintCache cache, Progress progress) {
    /** As large as servers make previews. */
    private static final int LONGEST_SIDE = 1440;
    /** Decoding keeps a processor busy, unlike downloading. */
    private static final Semaphore DECODERS = new Semaphore(Runtime.getRuntime().availableProcessors());

    /**
     * Looks at what is not in the cache.
     *
     * @return how many have no preview that can be decoded
     */
    long lookAt(Collection<ListedAsset> assets) {
        var unseen = new LongAdder();
        var failure = new AtomicReference<@Nullable RuntimeException>();
        var places = new Semaphore(sight.concurrency());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (ListedAsset asset : assets) {
                places.acquireUninterruptibly();
                if (failure.get() != null) {
                    break;
                }
                threads.execute(() -> {
                    try {
                        unseen.add(cache.contains(asset.content()) || look(asset) ? 0 : 1);
                    } catch (RuntimeException e) {
                        failure.compareAndSet(null, e);
                    } finally {
                        progress.advance(1);
                        places.release();
                    }
                });
            }
        }
        RuntimeException why = failure.get();
        if (why != null) {
            throw why;
        }
        return unseen.sum();
    }

    private boolean look(ListedAsset asset) {
        try {
            Path file = Files.createTempFile("heirloom-preview", ".part");
            try {
                if (!download(asset, file)) {
                    return false;
                }
                cache.add(asset.content(), decode(file));
                return true;
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw DiskFailure.of("Cannot write a temporary file", e);
        } catch (HeirloomException e) {
            if (e.code() == ErrorCode.UNREADABLE_MEDIA) {
                return false;
            }
            throw e;
        }
    }

    private boolean download(ListedAsset asset, Path file) throws IOException {
        Optional<RemoteDownload> preview = photos.previews().find(asset.id());
        if (preview.isEmpty()) {
            return false;
        }
        try (OutputStream target = Files.newOutputStream(file);
                RemoteDownload download = preview.get()) {
            receive(download, target);
            return true;
        }
    }

    private static void receive(RemoteDownload download, OutputStream target) {
        try {
            download.copyTo(target);
        } catch (IOException e) {
            throw ErrorCode.REMOTE_UNREACHABLE.exception("The download broke off: " + e.getMessage(), e);
        }
    }

    private Fingerprint decode(Path file) {
        DECODERS.acquireUninterruptibly();
        try {
            return Fingerprint.of(sight.pictures().read(file, LONGEST_SIDE));
        } finally {
            DECODERS.release();
        }
    }
}
