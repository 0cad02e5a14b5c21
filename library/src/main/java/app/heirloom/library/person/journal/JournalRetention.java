package app.heirloom.library.person.journal;

import app.heirloom.library.transaction.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Forgets acts on people once they are too old to be undone. */
public final class JournalRetention {
    static final Duration KEPT = Duration.ofDays(30);

    private final JournalRepository journal;
    private final Transactions transactions;
    private final InstantSource clock;

    public JournalRetention(JournalRepository journal, Transactions transactions, InstantSource clock) {
        this.journal = journal;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** One act after the other, since each may have moved thousands of faces. */
    public void apply() {
        Instant before = clock.instant().minus(KEPT);
        boolean isMore;
        do {
            isMore = transactions.write(() -> journal.forgetOldest(before));
        } while (isMore);
    }
}
