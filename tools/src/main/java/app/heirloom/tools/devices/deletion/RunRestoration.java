package app.heirloom.tools.devices.deletion;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.device.JournalEntry.Step;
import app.heirloom.library.device.RunId;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.remote.PhotoServer;
import app.heirloom.library.remote.asset.RemoteAsset;
import app.heirloom.library.remote.asset.WholeRemoteAsset;
import app.heirloom.library.user.Permission;
import app.heirloom.tools.devices.DeviceShelves;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes out of the trash what a run put there. May be repeated. */
public final class RunRestoration {
    /** What the key must allow. */
    public static final Set<Permission> NEEDED = DeletionRun.NEEDED;

    private final PhotoServer photos;
    private final DeviceShelves shelves;
    private final RunJournal journal;

    public RunRestoration(PhotoServer photos, DeviceShelves shelves, InstantSource clock) {
        this.photos = photos;
        this.shelves = shelves;
        this.journal = new RunJournal(photos, shelves, clock);
    }

    /**
     * What a restoration came to.
     *
     * @param lost assets that the server has no more, not even in its trash
     */
    public record Summary(long restored, long lost) {}

    /** The run whose id begins so; fails as NOT_FOUND when there is none, as INVALID when there are several. */
    public RunId find(String prefix) {
        List<RunId> runs = shelves.transactions().read(() -> shelves.devices().listRuns(prefix));
        if (runs.isEmpty()) {
            throw ErrorCode.NOT_FOUND.exception(
                    "There is no run " + prefix + "; heirloom device history shows which there are");
        }
        if (runs.size() > 1) {
            throw ErrorCode.INVALID.exception("Several runs begin with " + prefix + ": give more of it");
        }
        return runs.getFirst();
    }

    public Summary restore(RunId run) {
        photos.account().require(NEEDED);
        shelves.device().requireBoundTo(photos.account());
        journal.closeInterrupted();
        List<AssetId> trashed = new ArrayList<>();
        journal.lastSteps(Optional.of(run)).forEach((subject, step) -> {
            if (step == Step.TRASHED) {
                trashed.add(subject.asset());
            }
        });
        List<AssetId> there = trashed.stream()
                .filter(id -> find(id).filter(asset -> asset.state().trashed()).isPresent())
                .toList();
        photos.trash().restore(there);
        if (!there.isEmpty()) {
            var tag = photos.tags().upsert(List.of(run.tag())).getFirst();
            photos.tags().detach(tag.id(), there);
        }
        return conclude(run, trashed);
    }

    private Summary conclude(RunId run, List<AssetId> trashed) {
        long restored = 0;
        for (AssetId id : trashed) {
            Optional<RemoteAsset> asset = find(id);
            if (asset.filter(found -> !found.state().trashed()).isPresent()) {
                journal.append(run, Step.RESTORED, id, null);
                restored++;
            } else {
                String reason = asset.isPresent() ? "the server left it in the trash" : "the server has it no more";
                journal.append(run, Step.FAILED, id, reason);
            }
        }
        return new Summary(restored, trashed.size() - restored);
    }

    private Optional<RemoteAsset> find(AssetId id) {
        return photos.assets().find(id).map(WholeRemoteAsset::asset);
    }
}
