package app.heirloom.storage.external;

import app.heirloom.library.asset.Checksum;
import app.heirloom.library.external.folder.FileStamp;
import app.heirloom.library.external.folder.FolderEntry;
import app.heirloom.library.external.folder.FolderReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Sees folders as they are; tests override what is to look different. */
class FolderGlasses implements FolderReader {
    private final FolderReader real;

    FolderGlasses(FolderReader real) {
        this.real = real;
    }

    @Override
    public Optional<String> objection(Path folder) {
        return real.objection(folder);
    }

    @Override
    public Path realPath(Path folder) throws IOException {
        return real.realPath(folder);
    }

    @Override
    public List<FolderEntry> list(Path folder) throws IOException {
        return real.list(folder);
    }

    @Override
    public FileStamp stamp(Path file) throws IOException {
        return real.stamp(file);
    }

    @Override
    public Checksum checksum(Path file) throws IOException {
        return real.checksum(file);
    }

    @Override
    public boolean isGone(Path file) {
        return real.isGone(file);
    }
}
