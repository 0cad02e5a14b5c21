package app.heirloom.library.trash;

import app.heirloom.library.asset.BlobKey;
import app.heirloom.library.asset.blob.BlobStore;
import app.heirloom.library.asset.blob.RemovalRepository;
import app.heirloom.library.job.Job;
import app.heirloom.library.job.JobHandler;
import app.heirloom.library.transaction.Transactions;
import java.util.List;

/** The job that removes the bytes of deleted assets, a batch at a time, and strikes them off the journal. */
public final class BlobRemoval implements JobHandler {
    private static final int BATCH = 200;

    private final RemovalRepository removals;
    private final BlobStore blobs;
    private final Transactions transactions;

    public BlobRemoval(RemovalRepository removals, BlobStore blobs, Transactions transactions) {
        this.removals = removals;
        this.blobs = blobs;
        this.transactions = transactions;
    }

    @Override
    public Runnable handle(Job job) {
        List<BlobKey> keys = transactions.read(() -> removals.list(BATCH));
        while (!keys.isEmpty()) {
            List<BlobKey> removed = keys;
            removed.forEach(blobs::remove);
            transactions.run(() -> removals.complete(removed));
            keys = transactions.read(() -> removals.list(BATCH));
        }
        return NOTHING;
    }
}
