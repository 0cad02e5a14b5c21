package app.heirloom.tools.gallery;

import app.heirloom.library.gallery.GalleryStamp;
import app.heirloom.tools.gallery.FolderListing.Photo;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveAction;

/**
 * Walks through trees with several threads and hands out each folder that holds photos, in no order. It opens no file.
 * Links to files are looked through; links to folders are not followed, since they lead back or elsewhere.
 */
final class GalleryWalk {
    /** What becomes of what the walk finds; called by several threads. While it blocks, that part of the walk waits. */
    interface Visitor {
        void found(FolderListing listing);

        /** A folder, or something in one, cannot be looked at: what lies there stays as it is known. */
        void unreadable(Path path, String reason);
    }

    private final Selection selection;
    private final Visitor visitor;

    GalleryWalk(Selection selection, Visitor visitor) {
        this.selection = selection;
        this.visitor = visitor;
    }

    /** Returns when all of the trees are walked through. */
    void walk(Collection<Path> roots, int threads) {
        try (var pool = new ForkJoinPool(threads)) {
            pool.invoke(new Folders(List.copyOf(roots)));
        }
    }

    private final class Folders extends RecursiveAction {
        private static final long serialVersionUID = 1L;

        private final transient List<Path> folders;

        Folders(List<Path> folders) {
            this.folders = folders;
        }

        @Override
        protected void compute() {
            if (folders.size() == 1) {
                List<Path> below = look(folders.getFirst());
                if (!below.isEmpty()) {
                    new Folders(below).invoke();
                }
            } else {
                int half = folders.size() / 2;
                invokeAll(new Folders(folders.subList(0, half)), new Folders(folders.subList(half, folders.size())));
            }
        }
    }

    /** Hands out the folder's photos and returns the folders below. */
    private List<Path> look(Path folder) {
        var contents = new Contents();
        BasicFileAttributes own;
        try {
            own = Files.readAttributes(folder, BasicFileAttributes.class);
            try (DirectoryStream<Path> paths = Files.newDirectoryStream(folder)) {
                paths.forEach(path -> look(path, contents));
            }
        } catch (DirectoryIteratorException | IOException e) {
            return unreadable(folder, e);
        }
        if (!contents.photos.isEmpty() || contents.isDoubtful) {
            visitor.found(new FolderListing(folder, contents.photos, contents.stamp(own), contents.isDoubtful));
        }
        if (contents.isGallery) {
            contents.folders.removeIf(
                    below -> Selection.isThumbnails(below.getFileName().toString()));
        }
        return contents.folders;
    }

    private List<Path> unreadable(Path folder, Exception failure) {
        visitor.unreadable(folder, failure.toString());
        return List.of();
    }

    private void look(Path path, Contents contents) {
        String name = path.getFileName().toString();
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes.isDirectory()) {
                if (selection.entersFolder(path.toString(), name)) {
                    contents.folders.add(path);
                }
                return;
            }
            contents.isGallery |= Selection.isGalleryIndex(name);
            if (selection.takesFile(path, name)) {
                add(path, name, attributes, contents);
            }
        } catch (IOException e) {
            boolean hasJustGone = e instanceof NoSuchFileException && Files.notExists(path, LinkOption.NOFOLLOW_LINKS);
            if (!hasJustGone) {
                contents.isDoubtful = true;
                visitor.unreadable(path, e.toString());
            }
        }
    }

    private static void add(Path path, String name, BasicFileAttributes attributes, Contents contents)
            throws IOException {
        BasicFileAttributes file =
                attributes.isSymbolicLink() ? Files.readAttributes(path, BasicFileAttributes.class) : attributes;
        if (file.isRegularFile()) {
            contents.add(new Photo(path, file.size(), micros(file.lastModifiedTime())), name);
        }
    }

    private static Instant micros(FileTime time) {
        return time.toInstant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Of one folder. */
    private static final class Contents {
        private final List<Photo> photos = new ArrayList<>();
        private final List<Path> folders = new ArrayList<>();
        private long sizeInBytes;
        private long states;
        private boolean isGallery;
        private boolean isDoubtful;

        void add(Photo photo, String name) {
            photos.add(photo);
            sizeInBytes += photo.sizeInBytes();
            states += GalleryStamp.state(name, photo.sizeInBytes(), photo.modified());
        }

        GalleryStamp stamp(BasicFileAttributes folder) {
            return new GalleryStamp(photos.size(), sizeInBytes, states, micros(folder.lastModifiedTime()));
        }
    }
}
