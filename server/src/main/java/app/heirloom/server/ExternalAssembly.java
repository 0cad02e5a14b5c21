package app.heirloom.server;

import app.heirloom.library.event.Events;
import app.heirloom.library.external.ExternalLibraries;
import app.heirloom.library.external.ImportPaths;
import app.heirloom.library.external.LibraryRemoval;
import app.heirloom.library.external.LibraryScan;
import app.heirloom.library.external.ScanShelves;
import app.heirloom.library.external.folder.FolderReader;
import app.heirloom.library.job.JobQueues;
import app.heirloom.library.trash.AssetRemoval;
import app.heirloom.library.trash.TrashRetention;
import app.heirloom.storage.sql.SqlStorage;
import java.time.InstantSource;

/** Makes all that deals with folders outside of the data directory, and what the trash loses by itself. */
record ExternalAssembly(
        ExternalLibraries libraries, LibraryScan scan, LibraryRemoval removal, TrashRetention retention) {

    static ExternalAssembly of(SqlStorage storage, FolderReader folders, Work work) {
        JobQueues queues = work.queues();
        Events events = work.events();
        InstantSource clock = work.clock();
        var transactions = storage.transactions();
        var removal = new AssetRemoval(storage.assets(), queues, transactions, events);
        var shelves = new ScanShelves(storage.assets(), storage.externalFiles(), queues, transactions, events, clock);
        var repository = storage.externalLibraries();
        return new ExternalAssembly(
                new ExternalLibraries(
                        repository, storage.users(), new ImportPaths(folders), queues, transactions, clock),
                new LibraryScan(repository, shelves, folders),
                new LibraryRemoval(repository, shelves, removal),
                new TrashRetention(storage.assets(), removal, transactions, clock));
    }
}
