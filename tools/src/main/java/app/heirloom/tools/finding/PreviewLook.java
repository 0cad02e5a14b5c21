package app.heirloom.tools.finding;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.likeness.Fingerprint;
import app.heirloom.tools.Progress;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Looks at pictures, several at once, and keeps what it saw of each as soon as it saw it. */
record PreviewLook(PhotoSource photos, Sight sight, FingerprintCache cache, Progress progress) {
    /** As large as servers make previews. */
    private static final int LONGEST_SIDE = 1440;
    /** Decoding keeps a processor busy, unlike downloading. */
    private static final Semaphore DECODERS = new Semaphore(Runtime.getRuntime().availableProcessors());

    /**
     * Looks at what is not in the cache.
     *
     * @return how many have no picture that can be decoded
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
            Optional<Fingerprint> seen = photos.look(asset, this::decode);
            seen.ifPresent(fingerprint -> cache.add(asset.content(), fingerprint));
            return seen.isPresent();
        } catch (HeirloomException e) {
            if (e.code() == ErrorCode.UNREADABLE_MEDIA) {
                return false;
            }
            throw e;
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
