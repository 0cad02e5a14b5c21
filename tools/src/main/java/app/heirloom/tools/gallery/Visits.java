package app.heirloom.tools.gallery;

import app.heirloom.library.gallery.Gallery;
import app.heirloom.library.gallery.ModelSet;
import app.heirloom.library.gallery.PathText;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Decides about each folder of a walk: nothing has changed, or it is to be indexed while the walk goes on. */
final class Visits implements GalleryWalk.Visitor {
    /** More would only hold memory: the limits of the stages say how much is done at once. */
    private static final int FOLDERS_AT_ONCE = 8;

    private final Map<String, Gallery> known;
    private final ModelSet models;
    private final IndexSettings settings;
    private final FolderIndexing folders;
    private final IndexTally tally;
    private final Set<String> visited = ConcurrentHashMap.newKeySet();
    private final Set<Path> unreadable = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore free = new Semaphore(FOLDERS_AT_ONCE);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    /** @param known the galleries below the targets, by path */
    Visits(
            Map<String, Gallery> known,
            ModelSet models,
            IndexSettings settings,
            FolderIndexing folders,
            IndexTally tally) {
        this.known = known;
        this.models = models;
        this.settings = settings;
        this.folders = folders;
        this.tally = tally;
    }

    @Override
    public void found(FolderListing listing) {
        String path = PathText.of(listing.folder());
        visited.add(path);
        tally.found.add(listing.photos().size());
        if (isUnchanged(listing, known.get(path))) {
            tally.galleriesUnchanged.increment();
            tally.inUnchanged.add(listing.photos().size());
            return;
        }
        free.acquireUninterruptibly();
        if (failure.get() != null) {
            free.release();
            return;
        }
        threads.execute(() -> index(path, listing));
    }

    private boolean isUnchanged(FolderListing listing, @Nullable Gallery gallery) {
        return !settings.reindex()
                && !settings.verifyContent()
                && !listing.isDoubtful()
                && gallery != null
                && gallery.stamp().filter(listing.stamp()::equals).isPresent()
                && gallery.looks().containsAll(models);
    }

    private void index(String path, FolderListing listing) {
        try {
            folders.index(path, listing);
        } catch (InterruptedException | RuntimeException | Error e) { // told by await
            failure.compareAndSet(null, e);
        } finally {
            free.release();
        }
    }

    @Override
    public void unreadable(Path path, String reason) {
        unreadable.add(path);
        tally.unreadable.increment();
        tally.complain(path, reason);
    }

    /** Waits until all folders are done, and fails as the first of them did. */
    void await() throws InterruptedException {
        threads.close();
        switch (failure.get()) {
            case null -> {}
            case InterruptedException e -> throw e;
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case Throwable e -> throw new IllegalStateException(e);
        }
    }

    /** The known galleries in which the walk found no photo, though it could look at them. */
    List<Gallery> listUnvisited() {
        return known.values().stream()
                .filter(gallery -> !visited.contains(gallery.path()) && isKnown(PathText.parse(gallery.path())))
                .toList();
    }

    private boolean isKnown(Path folder) {
        return unreadable.stream().noneMatch(folder::startsWith);
    }
}
