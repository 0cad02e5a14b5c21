package app.heirloom.library.sync;

import app.heirloom.library.event.ChangeId;
import app.heirloom.library.transaction.Transactions;
import java.time.Duration;
import java.time.InstantSource;

/** Forgets deletions that every client has heard of: one that was away for longer starts anew. */
public final class DeletionRetention {
    /** A day longer than a client may be away. */
    static final Duration KEPT = Checkpoints.VALIDITY.plusDays(1);

    private final SyncRepository repository;
    private final Transactions transactions;
    private final InstantSource clock;

    public DeletionRetention(SyncRepository repository, Transactions transactions, InstantSource clock) {
        this.repository = repository;
        this.transactions = transactions;
        this.clock = clock;
    }

    public void apply() {
        ChangeId oldest = ChangeId.earliestAt(clock.instant().minus(KEPT));
        transactions.run(() -> repository.forgetDeletions(oldest));
    }
}
