package app.heirloom.storage.files;

import app.heirloom.library.error.ErrorCode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The directory that holds a library. While it is open no other server can open it. */
public final class DataDirectory implements AutoCloseable {
    private static final String LOCK = ".lock";

    private final Path path;
    private final FileChannel lock;

    private DataDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Opens the directory, creating it when it is missing.
     *
     * @throws app.heirloom.library.error.HeirloomException DATA_DIRECTORY when it cannot be written or is in use
     */
    public static DataDirectory open(Path directory) {
        Path path = directory.toAbsolutePath().normalize();
        try {
            Files.createDirectories(path);
            FileChannel channel =
                    FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw ErrorCode.DATA_DIRECTORY.exception("The data directory " + path
                        + " is in use by another Heirloom. Stop that one, or choose another directory with --data.");
            }
            return new DataDirectory(path, channel);
        } catch (IOException e) {
            throw FileFailure.of(e, "Cannot use the data directory " + path);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // this very process has it open
        }
    }

    public Path path() {
        return path;
    }

    /** The SQLite file of a library without another database. */
    public Path databaseFile() {
        return path.resolve("heirloom.db");
    }

    /** The mark that ties these files to their database. */
    public InstanceMark mark() {
        return new InstanceMark(path.resolve("originals").resolve(".heirloom"));
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw FileFailure.of(e, "Cannot close the data directory " + path);
        }
    }
}
