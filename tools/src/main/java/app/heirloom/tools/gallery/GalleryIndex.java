package app.heirloom.tools.gallery;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.gallery.ContentReader;
import app.heirloom.library.gallery.Gallery;
import app.heirloom.library.gallery.GalleryFile;
import app.heirloom.library.gallery.PathText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Brings the index of some trees up to date. A gallery in which nothing has changed costs no more than the walk past it;
 * of any other, only the files that have changed are read, and only contents that are new are looked at by models. It
 * may be stopped at any moment: the next run goes on.
 */
public final class GalleryIndex {
    private static final int WALKERS = Math.max(2, Runtime.getRuntime().availableProcessors());

    private final IndexShelves shelves;
    private final ContentReader reader;
    private final ContentRecognition recognition;
    private final IndexSettings settings;
    private final IndexTally tally;

    /** @param complaints told of what is left out, by several threads */
    public GalleryIndex(
            IndexShelves shelves,
            ContentReader reader,
            ContentRecognition recognition,
            IndexSettings settings,
            Consumer<Complaint> complaints) {
        this.shelves = shelves;
        this.reader = reader;
        this.recognition = recognition;
        this.settings = settings;
        this.tally = new IndexTally(complaints);
    }

    /** Why a file or folder was left out. */
    public record Complaint(String path, String reason) {
        /** Path and reason, for people. */
        public String sentence() {
            return path + ": " + reason;
        }
    }

    /** What was done so far, by all runs. */
    public IndexSummary progress() {
        return tally.summary();
    }

    /** How many of the photos that the walk has come to are not done yet. */
    public long remaining() {
        return Math.max(0, tally.found.sum() - tally.summary().found());
    }

    /**
     * Indexes all below the targets.
     *
     * @throws app.heirloom.library.error.HeirloomException NOT_FOUND when a target is not there, INVALID when it is no
     *     folder; DATABASE and STORAGE_FULL end the run, and all that was indexed before is kept
     */
    public void run(Collection<Path> targets, Selection selection) throws InterruptedException {
        List<Path> roots = roots(targets);
        Map<String, Gallery> known = known(shelves, roots);
        try (var leases = Leases.open(shelves)) {
            var models = recognition.models();
            var files = new FileIndexing(shelves, reader, recognition, settings, tally);
            var folders = new FolderIndexing(shelves, leases, files, settings, models, tally);
            var visits = new Visits(known, models, settings, folders, tally);
            new GalleryWalk(selection, visits).walk(roots, WALKERS);
            visits.await();
            visits.listUnvisited().forEach(this::forgetGone);
        }
    }

    /** Photos that the selection leaves out now stay known as long as they are there. */
    private void forgetGone(Gallery gallery) {
        Path folder = PathText.parse(gallery.path());
        List<GalleryFile> files =
                shelves.transactions().read(() -> shelves.galleries().listFiles(gallery.id()));
        List<String> gone = files.stream()
                .map(GalleryFile::name)
                .filter(name -> Files.notExists(PathText.resolve(folder, name)))
                .toList();
        if (gone.size() == files.size()) {
            shelves.transactions().run(() -> shelves.galleries().remove(gallery.id()));
            tally.galleriesForgotten.increment();
        } else {
            shelves.transactions().run(() -> shelves.galleries().removeFiles(gallery.id(), gone));
        }
    }

    /** Real paths, without those that lie in others, or a file would be found twice. */
    static List<Path> roots(Collection<Path> targets) {
        List<Path> real = new ArrayList<>();
        for (Path target : targets) {
            try {
                real.add(target.toRealPath());
            } catch (IOException e) {
                throw ErrorCode.NOT_FOUND.exception(
                        "There is no folder " + target + ". Is its disk mounted? Nothing was changed.", e);
            }
            if (!Files.isDirectory(target)) {
                throw ErrorCode.INVALID.exception(target + " is not a folder");
            }
        }
        return real.stream()
                .distinct()
                .filter(root -> real.stream().noneMatch(other -> !other.equals(root) && root.startsWith(other)))
                .toList();
    }

    static Map<String, Gallery> known(IndexShelves shelves, List<Path> roots) {
        return shelves.transactions().read(() -> {
            Map<String, Gallery> known = new HashMap<>();
            roots.stream()
                    .map(PathText::beginnings)
                    .flatMap(List::stream)
                    .forEach(path -> shelves.galleries().forEach(path, gallery -> known.put(gallery.path(), gallery)));
            return known;
        });
    }
}
