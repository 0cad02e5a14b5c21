package app.heirloom.tools.gallery;

import app.heirloom.library.gallery.Gallery;
import app.heirloom.library.gallery.GalleryFile;
import app.heirloom.library.gallery.PathText;
import app.heirloom.tools.gallery.FolderListing.Photo;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/**
 * Takes over what the file system says of files that are known, as long as their sizes are as they were, without opening
 * any: after a copy to another disk, which has other inodes and times, the next index then reads none of them.
 */
public final class GalleryBackfill {
    private final IndexShelves shelves;
    private final Consumer<GalleryIndex.Complaint> complaints;
    private final LongAdder galleries = new LongAdder();
    private final LongAdder files = new LongAdder();
    private final LongAdder left = new LongAdder();

    public GalleryBackfill(IndexShelves shelves, Consumer<GalleryIndex.Complaint> complaints) {
        this.shelves = shelves;
        this.complaints = complaints;
    }

    /**
     * What was done.
     *
     * @param galleries that are known and were looked at
     * @param files whose time or inode is another now
     * @param left files that are new or of another size, for the next index
     */
    public record Summary(long galleries, long files, long left) {}

    /** Looks at all below the targets, with so many threads. */
    public Summary run(Collection<Path> targets, Selection selection, int threads) {
        List<Path> roots = GalleryIndex.roots(targets);
        Map<String, Gallery> known = GalleryIndex.known(shelves, roots);
        new GalleryWalk(selection, new GalleryWalk.Visitor() {
                    @Override
                    public void found(FolderListing listing) {
                        Gallery gallery = known.get(PathText.of(listing.folder()));
                        if (gallery != null) {
                            refresh(gallery, listing);
                        }
                    }

                    @Override
                    public void unreadable(Path path, String reason) {
                        complaints.accept(new GalleryIndex.Complaint(path.toString(), reason));
                    }
                })
                .walk(roots, threads);
        return new Summary(galleries.sum(), files.sum(), left.sum());
    }

    private void refresh(Gallery gallery, FolderListing listing) {
        galleries.increment();
        Map<String, GalleryFile> known = new HashMap<>();
        shelves.transactions()
                .read(() -> shelves.galleries().listFiles(gallery.id()))
                .forEach(file -> known.put(file.name(), file));
        List<GalleryFile> refreshed = new ArrayList<>();
        boolean isWhole = !listing.isDoubtful();
        for (Photo photo : listing.photos()) {
            GalleryFile file = known.remove(PathText.ofName(photo.path()));
            if (file == null || !file.isIndexed() || file.state().sizeInBytes() != photo.sizeInBytes()) {
                left.increment();
                isWhole = false;
            } else if (!photo.state().equals(file.state())) {
                refreshed.add(new GalleryFile(file.name(), photo.state(), file.content(), null));
            }
        }
        boolean isComplete = isWhole && known.isEmpty();
        files.add(refreshed.size());
        shelves.transactions().run(() -> {
            shelves.galleries().saveFiles(gallery.id(), refreshed);
            if (isComplete) {
                shelves.galleries().complete(gallery.id(), listing.stamp(), gallery.looks());
            }
        });
    }
}
