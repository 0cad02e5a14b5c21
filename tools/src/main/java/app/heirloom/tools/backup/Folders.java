package app.heirloom.tools.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/** Folders, whose entries too must be on disk before they are relied upon. */
public final class Folders {
    private static final boolean IS_POSIX =
            Path.of("").getFileSystem().supportedFileAttributeViews().contains("posix");

    private Folders() {}

    /** Syncs the folder that this is in. */
    public static void syncAbove(Path path) {
        sync(Objects.requireNonNull(path.toAbsolutePath().getParent()));
    }

    /** Windows keeps entries by itself, and opens no folders. */
    public static void sync(Path folder) {
        if (!IS_POSIX) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            throw DiskFailure.of("Cannot write the folder " + folder, e);
        }
    }
}
