package app.heirloom.library.external;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.grouping.LibraryId;
import app.heirloom.library.job.Job;
import app.heirloom.library.job.JobHandler;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.trash.AssetRemoval;
import java.util.List;

/** The job that takes the assets of a removed library out, a portion at a time; their files stay where they are. */
public final class LibraryRemoval implements JobHandler {
    private static final int PORTION = 200;

    private final ExternalLibraryRepository libraries;
    private final ScanShelves shelves;
    private final AssetRemoval removal;

    public LibraryRemoval(ExternalLibraryRepository libraries, ScanShelves shelves, AssetRemoval removal) {
        this.libraries = libraries;
        this.shelves = shelves;
        this.removal = removal;
    }

    @Override
    public Runnable handle(Job job) {
        var id = new LibraryId(job.subject());
        Transactions transactions = shelves.transactions();
        boolean isMoreToCome = true;
        while (isMoreToCome) {
            isMoreToCome = transactions.write(() -> {
                List<Asset> portion = shelves.assets().list(shelves.files().listAssets(id, PORTION));
                removal.remove(portion);
                return !portion.isEmpty();
            });
        }
        return () -> libraries.remove(id);
    }
}
