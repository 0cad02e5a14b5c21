package app.heirloom.tools.gallery;

import app.heirloom.library.gallery.GalleryFile;
import app.heirloom.library.gallery.GalleryStamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * A folder as a walk found it.
 *
 * @param photos those in the folder itself
 * @param isDoubtful whether something in it could not be looked at, so that what is missing may still be there
 */
record FolderListing(Path folder, List<Photo> photos, GalleryStamp stamp, boolean isDoubtful) {
    /**
     * A photo that was not opened.
     *
     * @param modified in whole microseconds
     */
    record Photo(Path path, long sizeInBytes, Instant modified) {
        /** Asks for the inode. */
        GalleryFile.State state() {
            return new GalleryFile.State(sizeInBytes, modified, inode());
        }

        /** 0 where files have none, or when it is gone. */
        private long inode() {
            if (!path.getFileSystem().supportedFileAttributeViews().contains("unix")) {
                return 0;
            }
            try {
                return ((Number) Files.getAttribute(path, "unix:ino")).longValue();
            } catch (IOException e) {
                return 0;
            }
        }
    }
}
