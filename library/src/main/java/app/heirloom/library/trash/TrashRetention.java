package app.heirloom.library.trash;

import static java.lang.System.Logger.Level.INFO;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetRepository;
import app.heirloom.library.transaction.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Deletes what has been in the trash for long enough. What is offline stays, however long: nobody threw it away, its
 * disk may come back.
 */
public final class TrashRetention {
    private static final System.Logger LOG = System.getLogger(TrashRetention.class.getName());
    public static final Duration RETENTION = Duration.ofDays(30);
    private static final int PORTION = 200;

    private final AssetRepository assets;
    private final AssetRemoval removal;
    private final Transactions transactions;
    private final InstantSource clock;

    public TrashRetention(
            AssetRepository assets, AssetRemoval removal, Transactions transactions, InstantSource clock) {
        this.assets = assets;
        this.removal = removal;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Deletes, a portion at a time, and returns how many assets went. */
    public long removeExpired() {
        Instant before = clock.instant().minus(RETENTION);
        long total = 0;
        int portion;
        do {
            portion = transactions.write(() -> removePortion(before));
            total += portion;
        } while (portion > 0);
        LOG.log(INFO, "{0} assets were in the trash for {1} days and are deleted", total, RETENTION.toDays());
        return total;
    }

    private int removePortion(Instant before) {
        List<AssetId> expired = assets.listTrashedBefore(before, PORTION);
        removal.remove(assets.list(expired));
        return expired.size();
    }
}
