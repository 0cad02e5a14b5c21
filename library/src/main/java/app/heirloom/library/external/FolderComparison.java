package app.heirloom.library.external;

import app.heirloom.library.asset.grouping.LibraryId;
import app.heirloom.library.external.Hashing.Candidate;
import app.heirloom.library.external.folder.FoundFile;
import app.heirloom.library.external.folder.SidecarFile;
import app.heirloom.library.external.folder.Unjudged;
import app.heirloom.library.transaction.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Holds what a walk finds against what the library knows. Both come in the order of their paths, so one look at each is
 * enough, and a file that has not changed costs nothing but its stamp.
 */
final class FolderComparison {
    private static final int PORTION = 500;

    private final LibraryId library;
    private final ExternalFileRepository files;
    private final Transactions transactions;
    private final FileIntake intake;
    private final Unjudged unjudged;
    private final BooleanSupplier stopped;
    private final KnownFiles known;
    private final List<String> missing = new ArrayList<>();

    FolderComparison(
            LibraryId library,
            ExternalFileRepository files,
            Transactions transactions,
            FileIntake intake,
            Unjudged unjudged,
            BooleanSupplier stopped) {
        this.library = library;
        this.files = files;
        this.transactions = transactions;
        this.intake = intake;
        this.unjudged = unjudged;
        this.stopped = stopped;
        this.known = new KnownFiles(library, files, transactions);
    }

    /** Takes the next file of the walk. */
    void see(FoundFile file) {
        if (stopped.getAsBoolean()) {
            throw new CancellationException("the scan is stopped");
        }
        intake.tally().seen++;
        for (ExternalFile gone = known.takeBefore(file.key()); gone != null; gone = known.takeBefore(file.key())) {
            miss(gone);
        }
        ExternalFile same = known.take(file.key());
        if (same == null || !isUnchanged(same, file)) {
            intake.offer(new Candidate(file, same));
        }
    }

    /** After the walk: all that is known beyond its last file is missing. */
    void finish() {
        for (ExternalFile gone = known.take(); gone != null; gone = known.take()) {
            miss(gone);
        }
        markMissing();
        intake.flush();
    }

    private static boolean isUnchanged(ExternalFile known, FoundFile found) {
        return !known.missing()
                && known.stamp().equals(found.stamp())
                && isSidecarUnchanged(known.sidecar(), found.sidecar());
    }

    /** A sidecar of ours that had to be written elsewhere is not expected beside the original. */
    private static boolean isSidecarUnchanged(Optional<SidecarFile> known, Optional<SidecarFile> found) {
        return known.filter(file -> file.key().isExternal()).equals(found);
    }

    private void miss(ExternalFile file) {
        if (!file.missing() && !unjudged.covers(file.path())) {
            missing.add(file.path());
            if (missing.size() == PORTION) {
                markMissing();
            }
        }
    }

    private void markMissing() {
        List<String> paths = List.copyOf(missing);
        missing.clear();
        if (!paths.isEmpty()) {
            transactions.run(() -> files.markMissing(library, paths));
        }
    }
}
