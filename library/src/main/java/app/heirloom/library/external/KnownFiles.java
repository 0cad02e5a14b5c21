package app.heirloom.library.external;

import app.heirloom.library.asset.grouping.LibraryId;
import app.heirloom.library.external.folder.PathOrder;
import app.heirloom.library.transaction.Transactions;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** The files that a library knows, in the order of their paths, read in portions. */
final class KnownFiles {
    private static final int PORTION = 1_000;

    private final LibraryId library;
    private final ExternalFileRepository files;
    private final Transactions transactions;
    private final Queue<ExternalFile> portion = new ArrayDeque<>();
    private String last = "";
    private boolean ended;

    KnownFiles(LibraryId library, ExternalFileRepository files, Transactions transactions) {
        this.library = library;
        this.files = files;
        this.transactions = transactions;
    }

    /** The next file whose path is less, or null when the next is not; it is taken. */
    @Nullable
    ExternalFile takeBefore(String path) {
        ExternalFile next = peek();
        return next != null && PathOrder.INSTANCE.compare(next.path(), path) < 0 ? portion.poll() : null;
    }

    /** The next file if it has this very path; it is taken. */
    @Nullable
    ExternalFile take(String path) {
        ExternalFile next = peek();
        return next != null && next.path().equals(path) ? portion.poll() : null;
    }

    /** The next file whatever its path; null at the end. */
    @Nullable
    ExternalFile take() {
        peek();
        return portion.poll();
    }

    private @Nullable ExternalFile peek() {
        if (portion.isEmpty() && !ended) {
            List<ExternalFile> read = transactions.read(() -> files.list(library, last, PORTION));
            portion.addAll(read);
            ended = read.size() < PORTION;
            last = read.isEmpty() ? last : read.getLast().path();
        }
        return portion.peek();
    }
}
