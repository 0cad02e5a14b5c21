package app.heirloom.storage.files;

import app.heirloom.library.asset.blob.Draft;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that is written on the same file system as its place, and then moved there. */
record DraftFile(Path path, Path place) implements Draft {
    @Override
    public long publish() {
        try {
            long size = Files.size(path);
            Path parent = place.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.move(path, place, StandardCopyOption.ATOMIC_MOVE);
            return size;
        } catch (IOException e) {
            throw FileFailure.of(e, "Cannot publish " + place);
        }
    }

    @Override
    public void close() {
        Removal.quietly(path);
    }
}
