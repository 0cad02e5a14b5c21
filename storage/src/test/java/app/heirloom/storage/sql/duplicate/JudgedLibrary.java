package app.heirloom.storage.sql.duplicate;

import app.heirloom.library.album.AlbumNews;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetRelations;
import app.heirloom.library.asset.access.AssetAccess;
import app.heirloom.library.asset.grouping.DuplicateGroupId;
import app.heirloom.library.duplicate.AnnouncedRelations;
import app.heirloom.library.duplicate.Dismissals;
import app.heirloom.library.duplicate.DuplicateGroup;
import app.heirloom.library.job.JobQueues;
import app.heirloom.library.metadata.edit.AssetEditing;
import app.heirloom.library.resolution.DuplicateResolution;
import app.heirloom.library.resolution.DuplicateReview;
import app.heirloom.library.resolution.Heritage;
import app.heirloom.library.resolution.MergePreview;
import app.heirloom.library.resolution.ResolutionHistory;
import app.heirloom.library.resolution.Verdict;
import app.heirloom.library.trash.AssetRemoval;
import app.heirloom.library.trash.Trash;
import app.heirloom.storage.sql.OwnedLibrary;
import app.heirloom.storage.sql.SqlStorage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The use cases by which duplicates are judged, in a library of a test. */
final class JudgedLibrary {
    final DuplicateResolution resolution;
    final ResolutionHistory history;
    final MergePreview preview;
    final DuplicateReview review;
    final Trash trash;
    final AssetEditing editing;
    final AssetRelations relations;
    private final OwnedLibrary library;

    JudgedLibrary(OwnedLibrary library) {
        this.library = library;
        SqlStorage storage = library.storage;
        var transactions = storage.transactions();
        var access = new AssetAccess(storage.assets(), List.of(), transactions);
        var queues = new JobQueues(storage.jobs(), transactions, library.events);
        editing = new AssetEditing(
                new AssetEditing.Rows(storage.assets(), storage.exifs()),
                access,
                ids -> {},
                queues,
                transactions,
                library.clock);
        trash = new Trash(
                storage.assets(),
                access,
                new AssetRemoval(storage.assets(), queues, transactions, library.events),
                transactions,
                library.events,
                library.clock);
        relations = new AnnouncedRelations(
                storage.relations(),
                storage.assets(),
                new AlbumNews(storage.albums().members(), transactions, library.events),
                queues,
                transactions,
                library.events);
        var heritage = new Heritage(storage.assets(), storage.exifs());
        var rows = new DuplicateResolution.Rows(
                storage.duplicates(), storage.assets(), relations, storage.stacks(), storage.resolutions());
        var acts = new DuplicateResolution.Acts(editing, trash, new Dismissals(storage.dismissals()));
        resolution = new DuplicateResolution(rows, heritage, acts, transactions, library.clock);
        history = new ResolutionHistory(rows, heritage, acts, transactions, library.events, library.clock);
        preview = new MergePreview(storage.duplicates(), storage.assets(), relations, heritage, transactions);
        review = new DuplicateReview(storage.duplicates(), storage.assets(), storage.exifs(), relations, transactions);
    }

    DuplicateGroupId group(List<AssetId> assets) {
        DuplicateGroupId id = DuplicateGroupId.random();
        library.run(() -> library.storage.duplicates().saveGroup(new DuplicateGroup(id, assets)));
        return id;
    }

    /** Keeps the one and puts the others into the trash; returns the number to undo that by. */
    long resolve(AssetId kept, List<AssetId> gone) {
        DuplicateGroupId id =
                group(Stream.concat(Stream.of(kept), gone.stream()).toList());
        resolution.resolve(library.caller, List.of(new Verdict(id, List.of(kept), gone)));
        return history.list(library.caller, Optional.empty(), 1).getFirst().number();
    }
}
