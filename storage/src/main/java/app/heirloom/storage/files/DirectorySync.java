package app.heirloom.storage.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Makes the names in a folder durable; callers that come while one sync runs share the next. */
public final class DirectorySync implements AutoCloseable {
    /** Null where folders cannot be opened, as on Windows, whose file system journals names by itself. */
    private final @Nullable FileChannel channel;

    private final Lock syncing = new ReentrantLock();
    private final Object tickets = new Object();
    private long requested;
    private long covered;

    private DirectorySync(@Nullable FileChannel channel) {
        this.channel = channel;
    }

    public static DirectorySync open(Path folder) {
        try {
            return new DirectorySync(FileChannel.open(folder, StandardOpenOption.READ));
        } catch (IOException e) {
            return new DirectorySync(null);
        }
    }

    public void force() throws IOException {
        if (channel == null) {
            return;
        }
        long ticket = take();
        syncing.lock();
        try {
            if (covered < ticket) {
                long newest = newest();
                channel.force(true);
                covered = newest;
            }
        } finally {
            syncing.unlock();
        }
    }

    private long take() {
        synchronized (tickets) {
            return ++requested;
        }
    }

    private long newest() {
        synchronized (tickets) {
            return requested;
        }
    }

    @Override
    public void close() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // Nothing was written through it.
        }
    }
}
