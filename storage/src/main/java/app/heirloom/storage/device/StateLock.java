package app.heirloom.storage.device;

import app.heirloom.library.error.ErrorCode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps other processes out; the system lets go of it when this one ends, however it ends. */
record StateLock(FileChannel channel) implements AutoCloseable {
    static final String SUFFIX = ".lock";

    static StateLock take(Path state) {
        Path file = state.resolveSibling(state.getFileName() + SUFFIX);
        try {
            var lock = new StateLock(FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
            if (lock.isOurs()) {
                return lock;
            }
            lock.close();
        } catch (IOException e) {
            throw ErrorCode.DATABASE.exception("Cannot lock " + file + ": " + e.getMessage(), e);
        }
        throw ErrorCode.INVALID.exception("Another command is at work on this device; wait until it is done");
    }

    private boolean isOurs() throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw ErrorCode.DATABASE.exception("Cannot let go of the lock: " + e.getMessage(), e);
        }
    }
}
