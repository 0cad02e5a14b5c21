package app.heirloom.tools.resolution;

import app.heirloom.library.remote.PhotoServer;
import app.heirloom.tools.backup.GroupBackup;
import app.heirloom.tools.backup.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Brings one group back: first the losers, then what they belonged to and the keeper as it was. */
final class GroupRestoration {
    private final PhotoServer photos;
    private final GroupBackup backup;
    private final boolean isDryRun;
    private final Consolidation consolidation;

    GroupRestoration(PhotoServer photos, GroupBackup backup, boolean isDryRun, Pause pause) {
        this.photos = photos;
        this.backup = backup;
        this.isDryRun = isDryRun;
        this.consolidation = new Consolidation(photos, pause);
    }

    /** Brings the losers back, and tells what was done, or would be; nothing when they are there. */
    List<String> bringBack() {
        return backup.record().plan().stream()
                .flatMap(plan -> Stream.concat(plan.videos().stream(), plan.losers().stream()))
                .flatMap(saved -> new AssetReturn(photos, backup, isDryRun, consolidation).of(saved).stream())
                .toList();
    }

    /**
     * The rest, once the losers of all groups are there.
     *
     * @param brought what {@link #bringBack} told, if it was called just now
     * @return what was done, or would be
     */
    List<String> finish(List<String> brought, BackupTies ties) {
        List<String> notes = new ArrayList<>();
        Optional<Step.Planned> plan = backup.record().plan();
        boolean isRestored = plan.isEmpty() || backup.record().isRestored();
        if (!isRestored || !brought.isEmpty()) {
            notes.addAll(new TieRestoration(photos, backup.record(), ties, isDryRun).run());
        }
        if (!isRestored) {
            GainReversal.Extent extent = new GainReversal(photos, isDryRun, consolidation)
                    .of(plan.orElseThrow().keeper(), backup.record().gains());
            notes.addAll(extent.notes());
            notes.addAll(extent.exceptions());
            if (!isDryRun) {
                backup.append(new Step.Restored(extent.exceptions()));
            }
        }
        return notes;
    }
}
