package app.heirloom.tools.gallery;

import app.heirloom.library.gallery.Gallery;
import app.heirloom.library.gallery.GalleryCounts;
import app.heirloom.library.gallery.GalleryFile;
import app.heirloom.library.gallery.ModelSet;
import app.heirloom.library.gallery.PathText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Compares an index with the disk and with itself. It opens no photo. */
public final class GalleryCheck {
    private static final Path ROOT = Path.of("/");

    private final IndexShelves shelves;
    private final Consumer<GalleryIndex.Complaint> complaints;

    /** @param complaints told of each file and folder that is not well */
    public GalleryCheck(IndexShelves shelves, Consumer<GalleryIndex.Complaint> complaints) {
        this.shelves = shelves;
        this.complaints = complaints;
    }

    /**
     * What was found.
     *
     * @param counts of all that is indexed
     * @param goneGalleries folders that are not there
     * @param goneFiles files that are not there, in folders that are
     * @param incomplete galleries that an index has not finished, or not with these models
     * @param orphans contents that no file has any longer
     */
    public record Findings(GalleryCounts counts, long goneGalleries, long goneFiles, long incomplete, long orphans) {
        public boolean isWell() {
            return counts.failed() + goneGalleries + goneFiles + incomplete + orphans == 0;
        }
    }

    /**
     * Checks all that is indexed.
     *
     * @param models that should have looked at everything
     */
    public Findings run(ModelSet models) {
        var galleries = new TreeMap<>(GalleryIndex.known(shelves, List.of(ROOT)));
        long goneGalleries = 0;
        long goneFiles = 0;
        long incomplete = 0;
        for (Gallery gallery : galleries.values()) {
            Path folder = PathText.parse(gallery.path());
            if (!Files.isDirectory(folder)) {
                goneGalleries++;
                complain(folder, "is not there");
            } else {
                goneFiles += goneFiles(gallery, folder);
                incomplete += gallery.stamp().isEmpty() || !gallery.looks().containsAll(models) ? 1 : 0;
            }
        }
        shelves.transactions()
                .read(() -> {
                    List<GalleryIndex.Complaint> failures = new ArrayList<>();
                    shelves.galleries()
                            .forEachFailure(failure -> failures.add(new GalleryIndex.Complaint(
                                    PathText.resolve(
                                                    PathText.parse(
                                                            failure.place().gallery()),
                                                    failure.place().name())
                                            .toString(),
                                    failure.reason())));
                    return failures;
                })
                .forEach(complaints);
        return new Findings(
                shelves.transactions().read(shelves.galleries()::counts),
                goneGalleries,
                goneFiles,
                incomplete,
                shelves.transactions().read(shelves.galleries()::countOrphans));
    }

    private long goneFiles(Gallery gallery, Path folder) {
        List<Path> gone = shelves.transactions().read(() -> shelves.galleries().listFiles(gallery.id())).stream()
                .map(GalleryFile::name)
                .map(name -> PathText.resolve(folder, name))
                .filter(Files::notExists)
                .toList();
        gone.forEach(file -> complain(file, "is not there"));
        return gone.size();
    }

    private void complain(Path path, String reason) {
        complaints.accept(new GalleryIndex.Complaint(path.toString(), reason));
    }

    /** Removes contents that no file has any longer, with what models made of them; returns how many. */
    public int clean() {
        return shelves.transactions().write(() -> shelves.galleries().removeOrphans());
    }
}
