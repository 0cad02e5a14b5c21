package app.heirloom.library.external;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetState;
import app.heirloom.library.asset.event.AssetsTrashed;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes assets offline whose files are missing, unless so many are that the administrator is to be asked first. */
final class LossRail {
    private static final int PORTION = 200;

    private final ScanShelves shelves;

    LossRail(ScanShelves shelves) {
        this.shelves = shelves;
    }

    /** How many files are missing that it did not dare to believe; empty when there is nothing to ask. */
    Optional<FileCounts> findAlarm(ExternalLibrary library) {
        FileCounts counts = shelves.transactions().read(() -> shelves.files().count(library.id()));
        return Optional.of(counts)
                .filter(all -> all.isAlarming() && !library.state().lossAccepted());
    }

    /** Returns how many went offline. */
    long takeOffline(ExternalLibrary library) {
        long total = 0;
        int portion;
        do {
            portion = shelves.transactions().write(() -> takePortionOffline(library));
            total += portion;
        } while (portion > 0);
        return total;
    }

    private int takePortionOffline(ExternalLibrary library) {
        Instant now = shelves.clock().instant().truncatedTo(ChronoUnit.MICROS);
        List<ExternalFile> lost = shelves.files().listLost(library.id(), PORTION);
        var trashed = new ArrayList<AssetId>();
        for (ExternalFile file : lost) {
            Asset asset = shelves.assets().get(file.asset());
            AssetState offline = asset.state().withOffline(true);
            if (offline.trashed() == null) {
                offline = offline.withTrashed(now);
                shelves.files().save(file.trashedAt(now));
                trashed.add(asset.id());
            }
            shelves.assets().save(asset.withState(offline));
        }
        if (!trashed.isEmpty()) {
            shelves.transactions()
                    .afterCommit(() -> shelves.events().publish(new AssetsTrashed(trashed, library.owner())));
        }
        return lost.size();
    }
}
