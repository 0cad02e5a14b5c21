package app.heirloom.library.tag;

import app.heirloom.library.job.Job;
import app.heirloom.library.job.JobHandler;
import app.heirloom.library.transaction.Transactions;

/** The job that removes tags which are on no asset, a portion at a time, from the leaves up. */
public final class TagCleanup implements JobHandler {
    private static final int PORTION = 500;

    private final TagRepository tags;
    private final Transactions transactions;

    public TagCleanup(TagRepository tags, Transactions transactions) {
        this.tags = tags;
        this.transactions = transactions;
    }

    @Override
    public Runnable handle(Job job) {
        while (transactions.write(() -> tags.removeUnused(PORTION)) > 0) {
            // the next portion
        }
        return NOTHING;
    }
}
