package app.heirloom.library.resolution;

import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.trash.TrashRetention;
import java.time.InstantSource;

/** Forgets resolutions that can be undone no more, since what they put into the trash is gone from there. */
public final class ResolutionRetention {
    private final ResolutionRepository resolutions;
    private final Transactions transactions;
    private final InstantSource clock;

    public ResolutionRetention(ResolutionRepository resolutions, Transactions transactions, InstantSource clock) {
        this.resolutions = resolutions;
        this.transactions = transactions;
        this.clock = clock;
    }

    public void apply() {
        transactions.run(() -> resolutions.removeBefore(clock.instant().minus(TrashRetention.RETENTION)));
    }
}
