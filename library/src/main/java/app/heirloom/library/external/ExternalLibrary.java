package app.heirloom.library.external;

import app.heirloom.library.asset.grouping.LibraryId;
import app.heirloom.library.user.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Folders whose photos belong to a user without lying in the data directory. */
public record ExternalLibrary(LibraryId id, UserId owner, String name, Scope scope, Instant created, ScanState state) {

    /** What is looked at: every file below the import paths that no exclusion pattern matches. */
    public record Scope(List<String> importPaths, List<String> exclusionPatterns) {
        public Scope {
            importPaths = List.copyOf(importPaths);
            exclusionPatterns = List.copyOf(exclusionPatterns);
        }
    }

    /**
     * How far scans have come.
     *
     * @param updated when name or scope last changed
     * @param refreshed when a scan last ended
     * @param note what the last scan did not dare to do, and how to let it; null when there is nothing
     * @param lossAccepted whether the next scan may take any number of assets offline
     */
    public record ScanState(
            Instant updated,
            @Nullable Instant refreshed,
            @Nullable String note,
            boolean lossAccepted) {}

    public ExternalLibrary with(String newName, Scope newScope, Instant updated) {
        var newState = new ScanState(updated, state.refreshed(), state.note(), state.lossAccepted());
        return new ExternalLibrary(id, owner, newName, newScope, created, newState);
    }

    ExternalLibrary withLossAccepted() {
        var newState = new ScanState(state.updated(), state.refreshed(), state.note(), true);
        return new ExternalLibrary(id, owner, name, scope, created, newState);
    }

    /** A loss that was accepted after the scan had begun is for the next. */
    ExternalLibrary scanned(ExternalLibrary asBegun, Instant at, @Nullable String note) {
        boolean stillAccepted = state.lossAccepted() && !asBegun.state.lossAccepted();
        return new ExternalLibrary(
                id, owner, name, scope, created, new ScanState(state.updated(), at, note, stillAccepted));
    }
}
