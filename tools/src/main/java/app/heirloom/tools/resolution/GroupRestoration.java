package app.heirloom.tools.resolution;

import app.heirloom.library.remote.PhotoServer;
import app.heirloom.tools.backup.GroupBackup;
import app.heirloom.tools.backup.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Brings one group back: first the losers, then the keeper as it was. */
final class GroupRestoration {
    private final PhotoServer photos;
    private final GroupBackup backup;
    private final boolean isDryRun;
    private final Consolidation consolidation;
    private final List<String> notes = new ArrayList<>();

    GroupRestoration(PhotoServer photos, GroupBackup backup, boolean isDryRun, Pause pause) {
        this.photos = photos;
        this.backup = backup;
        this.isDryRun = isDryRun;
        this.consolidation = new Consolidation(photos, pause);
    }

    /** What was done, or would be; nothing when all is as it was. */
    List<String> run() {
        Optional<Step.Planned> plan = backup.record().plan();
        if (plan.isEmpty()) {
            return List.of();
        }
        Stream.concat(plan.get().videos().stream(), plan.get().losers().stream())
                .forEach(saved -> notes.addAll(new AssetReturn(photos, backup, isDryRun, consolidation).of(saved)));
        if (!backup.record().isRestored() || !notes.isEmpty()) {
            notes.addAll(new TieRestoration(photos, backup.record(), isDryRun).run());
        }
        if (!backup.record().isRestored()) {
            GainReversal.Extent extent = new GainReversal(photos, isDryRun, consolidation)
                    .of(plan.get().keeper(), backup.record().gains());
            notes.addAll(extent.notes());
            notes.addAll(extent.exceptions());
            if (!isDryRun) {
                backup.append(new Step.Restored(extent.exceptions()));
            }
        }
        return List.copyOf(notes);
    }
}
