package app.heirloom.library.external;

import app.heirloom.library.asset.Checksum;
import app.heirloom.library.external.folder.FileStamp;
import app.heirloom.library.external.folder.FolderReader;
import app.heirloom.library.external.folder.FoundFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** Reads files for their checksums, a few at a time. */
final class Hashing implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Hashing.class.getName());

    private final FolderReader reader;
    private final ExecutorService threads =
            Executors.newFixedThreadPool(Math.max(2, Runtime.getRuntime().availableProcessors()));

    Hashing(FolderReader reader) {
        this.reader = reader;
    }

    /** A file that did not change while it was read. */
    record ReadFile(FoundFile file, @Nullable ExternalFile known, FileStamp stamp, Checksum checksum) {}

    /** A file that is to be read, and what the library knows of it. */
    record Candidate(FoundFile file, @Nullable ExternalFile known) {
        /** Whether it lies there as it did, so that its bytes need not be read. */
        boolean isStampKnown() {
            return known != null && known.stamp().equals(file.stamp());
        }
    }

    /** Those that could be read, in the same order. */
    List<ReadFile> read(List<Candidate> candidates) {
        try {
            List<ReadFile> read = new ArrayList<>();
            List<Future<Optional<ReadFile>>> pending = candidates.stream()
                    .map(candidate -> threads.submit(() -> read(candidate)))
                    .toList();
            for (Future<Optional<ReadFile>> one : pending) {
                one.get().ifPresent(read::add);
            }
            // The end of the scan interrupted a read, which then looks like a file that cannot be read.
            if (threads.isShutdown()) {
                throw new CancellationException("the scan is stopped");
            }
            return read;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the scan is stopped");
        } catch (RejectedExecutionException e) {
            throw new CancellationException("the scan is stopped");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** What changes under the reader, is empty, or cannot be read, waits for the next scan. */
    private Optional<ReadFile> read(Candidate candidate) {
        var path = candidate.file().path();
        try {
            FileStamp before = reader.stamp(path);
            if (before.sizeInBytes() == 0) {
                return Optional.empty();
            }
            Checksum checksum = reader.checksum(path);
            return before.equals(reader.stamp(path))
                    ? Optional.of(new ReadFile(candidate.file(), candidate.known(), before, checksum))
                    : Optional.empty();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "The file {0} is left for the next scan: {1}", path, e);
            return Optional.empty();
        }
    }

    /** Interrupts what is being read; whoever waits for it gets a CancellationException. */
    @Override
    public void close() {
        for (Runnable waiting : threads.shutdownNow()) {
            if (waiting instanceof Future<?> read) {
                read.cancel(true);
            }
        }
    }
}
