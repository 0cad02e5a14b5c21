package app.heirloom.tools.gallery;

import app.heirloom.library.gallery.Content;
import app.heirloom.library.gallery.ContentHash;
import app.heirloom.library.gallery.Gallery;
import app.heirloom.library.gallery.GalleryFile;
import app.heirloom.library.gallery.ModelSet;
import app.heirloom.library.gallery.PathText;
import app.heirloom.tools.gallery.FolderListing.Photo;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares a folder with what is known of it, has what changed indexed, and writes that down. */
final class FolderIndexing {
    /** How many files are finished before they are written, so that a run that is stopped loses little. */
    private static final int FILES_AT_ONCE = 200;

    private final IndexShelves shelves;
    private final Leases leases;
    private final FileIndexing files;
    private final IndexSettings settings;
    private final ModelSet models;
    private final IndexTally tally;

    FolderIndexing(
            IndexShelves shelves,
            Leases leases,
            FileIndexing files,
            IndexSettings settings,
            ModelSet models,
            IndexTally tally) {
        this.shelves = shelves;
        this.leases = leases;
        this.files = files;
        this.settings = settings;
        this.models = models;
        this.tally = tally;
    }

    /** A file that has to be indexed; its content is null when it has to be read. */
    private record Change(
            Photo photo,
            String name,
            GalleryFile.State state,
            @Nullable Content content) {}

    /** Returns when the folder is done, or another worker has it. */
    void index(String path, FolderListing listing) throws InterruptedException {
        Gallery gallery = shelves.transactions().write(() -> {
            Gallery opened = shelves.galleries().open(path);
            return leases.take(opened) ? opened : null;
        });
        if (gallery == null) {
            tally.galleriesLeft.increment();
            tally.inLeft.add(listing.photos().size());
            return;
        }
        try {
            index(gallery, listing);
        } finally {
            shelves.transactions().run(() -> leases.giveBack(gallery));
        }
    }

    private void index(Gallery gallery, FolderListing listing) throws InterruptedException {
        Map<String, GalleryFile> known = known(gallery);
        Set<ContentHash> unseen = unseen(known.values());
        List<Change> changes = new ArrayList<>();
        for (Photo photo : listing.photos()) {
            String name = PathText.ofName(photo.path());
            Change change = change(photo, name, known.remove(name), unseen);
            if (change == null) {
                tally.unchanged.increment();
            } else {
                changes.add(change);
            }
        }
        boolean isWhole = index(gallery, changes) && !listing.isDoubtful();
        List<String> gone = Stream.concat(
                        known.keySet().stream(), changes.stream().map(Change::name))
                .filter(name -> Files.notExists(PathText.resolve(listing.folder(), name)))
                .toList();
        shelves.transactions().run(() -> {
            shelves.galleries().removeFiles(gallery.id(), gone);
            if (isWhole) {
                shelves.galleries().complete(gallery.id(), listing.stamp(), models);
            }
        });
        tally.galleriesIndexed.increment();
    }

    private Map<String, GalleryFile> known(Gallery gallery) {
        Map<String, GalleryFile> known = new HashMap<>();
        shelves.transactions()
                .read(() -> shelves.galleries().listFiles(gallery.id()))
                .forEach(file -> known.put(file.name(), file));
        return known;
    }

    private Set<ContentHash> unseen(Collection<GalleryFile> known) {
        List<ContentHash> hashes = known.stream()
                .map(GalleryFile::content)
                .filter(Objects::nonNull)
                .toList();
        return shelves.transactions().read(() -> shelves.galleries().listUnseen(hashes, models));
    }

    /** Null when there is nothing to do. */
    private @Nullable Change change(Photo photo, String name, @Nullable GalleryFile known, Set<ContentHash> unseen) {
        GalleryFile.State state = photo.state();
        ContentHash hash = known == null || settings.verifyContent() ? null : known.content();
        if (hash == null || known == null || !known.state().equals(state)) {
            return new Change(photo, name, state, null);
        }
        if (known.isIndexed() && !unseen.contains(hash)) {
            return null;
        }
        Content content = shelves.transactions()
                .read(() -> shelves.galleries().findContent(hash))
                .orElse(null);
        return new Change(photo, name, state, content);
    }

    /** Whether all went well. */
    private boolean index(Gallery gallery, List<Change> changes) throws InterruptedException {
        boolean isWhole = true;
        for (int from = 0; from < changes.size(); from += FILES_AT_ONCE) {
            List<GalleryFile> done = index(changes.subList(from, Math.min(from + FILES_AT_ONCE, changes.size())));
            shelves.transactions().run(() -> shelves.galleries().saveFiles(gallery.id(), done));
            isWhole &= done.stream().allMatch(GalleryFile::isIndexed);
        }
        return isWhole;
    }

    /** All of them at once, as far as the limits of the stages allow. */
    private List<GalleryFile> index(List<Change> changes) throws InterruptedException {
        List<GalleryFile> done = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Optional<GalleryFile>> future :
                    threads.invokeAll(changes.stream().map(this::indexing).toList())) {
                future.get().ifPresent(done::add);
            }
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw new IllegalStateException(e);
            }
        }
        return done;
    }

    private Callable<Optional<GalleryFile>> indexing(Change change) {
        return () -> files.index(change.photo(), change.name(), change.state(), change.content());
    }
}
