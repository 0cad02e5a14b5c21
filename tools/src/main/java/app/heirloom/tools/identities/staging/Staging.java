package app.heirloom.tools.identities.staging;

import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.remote.PhotoServer;
import app.heirloom.library.remote.asset.RemoteAsset;
import app.heirloom.library.remote.asset.RemoteFilter;
import app.heirloom.library.user.Permission;
import app.heirloom.library.user.UserId;
import app.heirloom.tools.Progress;
import app.heirloom.tools.identities.store.StagingOutcome;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a user's assets on a photo server and downloads the pictures in which a face is large enough. It may be
 * stopped at any moment: the next run goes on. What failed is tried again by the next run.
 */
public final class Staging {
    private static final List<Permission> NEEDED = List.of(
            Permission.USER_READ,
            Permission.ASSET_READ,
            Permission.ASSET_STATISTICS,
            Permission.ASSET_DOWNLOAD,
            Permission.FACE_READ);
    /** As many more hash and write what came, while the workers wait for the server. */
    private static final int WRITERS = 2;
    /** How many listed assets may wait for each worker, so that the list does not run ahead. */
    private static final int WAITING = 16;

    /** What may become of an asset without the server being asked, and so says nothing of the server. */
    private static final Set<StagingOutcome> UNASKED = EnumSet.of(StagingOutcome.LEFT_OUT, StagingOutcome.DUPLICATE);

    private final PhotoServer photos;
    private final StagingShelves shelves;
    private final StagingSettings settings;
    private final Progress progress;
    private final StagingTally tally;
    private final ServerCounts counts = new ServerCounts();
    private final AtomicReference<@Nullable RuntimeException> end = new AtomicReference<>();
    private List<String> notes = List.of();

    /** @param complaints told of each asset that cannot be had, by several threads */
    public Staging(
            PhotoServer photos,
            StagingShelves shelves,
            StagingSettings settings,
            Progress progress,
            Consumer<String> complaints) {
        this.photos = photos;
        this.shelves = shelves;
        this.settings = settings;
        this.progress = progress;
        this.tally = new StagingTally(complaints);
    }

    /** Fails as FORBIDDEN, naming what is missing, when the key may not do all that is needed. */
    public static void requirePossible(PhotoServer photos) {
        photos.account().require(NEEDED);
    }

    /** What was done so far, also by a run that failed. */
    public StagingSummary summary() {
        return tally.summary(notes);
    }

    /**
     * Stages all.
     *
     * @throws HeirloomException REMOTE_UNREACHABLE or REMOTE_FAILURE when the server is gone, UNAUTHENTICATED,
     *     STORAGE_FULL and the like: all that was done before is kept
     */
    public void run() {
        shelves.pictures().sweep();
        UserId owner = photos.account().user().id();
        var statistics = photos.assets().count();
        var breaker = new Breaker(photos.account()::user);
        var staging = new AssetStaging(photos, shelves, settings);
        progress.during("Staging", "assets", OptionalLong.empty(), () -> {
            try (ExecutorService workers = Executors.newFixedThreadPool(settings.workers() + WRITERS)) {
                var room = new Semaphore(settings.workers() * WAITING);
                Set<UUID> listed = new HashSet<>();
                photos.assets().forEach(RemoteFilter.ALL, asset -> {
                    if (!asset.owner().equals(owner)) {
                        counts.listForeign();
                    } else if (listed.add(asset.id().value())) {
                        list(asset, () -> submit(workers, room, () -> stage(staging, breaker, asset)));
                    }
                });
            }
        });
        requireNoEnd();
        notes = counts.compare(statistics, photos.assets().countLibraries(owner));
    }

    private void list(RemoteAsset asset, Runnable work) {
        requireNoEnd();
        counts.list(asset);
        tally.listed.increment();
        if (shelves.ledger().has(asset.id())) {
            tally.before.increment();
            progress.advance(1);
        } else {
            work.run();
        }
    }

    private void requireNoEnd() {
        RuntimeException reason = end.get();
        if (reason != null) {
            throw reason;
        }
    }

    private static void submit(ExecutorService workers, Semaphore room, Runnable work) {
        try {
            room.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
        workers.execute(() -> {
            try {
                work.run();
            } finally {
                room.release();
            }
        });
    }

    private void stage(AssetStaging staging, Breaker breaker, RemoteAsset asset) {
        if (end.get() != null) {
            tally.failed.increment();
            return;
        }
        try {
            StagingOutcome outcome = staging.stage(asset);
            tally.count(outcome);
            if (!UNASKED.contains(outcome)) {
                breaker.close();
            }
        } catch (ServerTrouble e) {
            tally.fail(asset, e.failure().getMessage());
            count(breaker, e);
        } catch (InterruptedException e) {
            tally.failed.increment();
            end.compareAndSet(null, new CancellationException("interrupted"));
        } catch (RuntimeException e) {
            tally.failed.increment();
            end.compareAndSet(null, e);
        }
        progress.advance(1);
    }

    private void count(Breaker breaker, ServerTrouble trouble) {
        try {
            if (trouble.isAnswer()) {
                breaker.close();
            } else {
                breaker.count(trouble.failure());
            }
        } catch (HeirloomException e) {
            end.compareAndSet(null, e);
        }
    }
}
