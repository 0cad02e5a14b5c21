package app.heirloom.tools.devices.deletion;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.device.JournalEntry;
import app.heirloom.library.device.JournalEntry.Step;
import app.heirloom.library.device.RunId;
import app.heirloom.library.remote.PhotoServer;
import app.heirloom.library.remote.asset.RemoteAsset;
import app.heirloom.library.remote.asset.WholeRemoteAsset;
import app.heirloom.tools.devices.DeviceShelves;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What runs did, step by step. */
final class RunJournal {
    private final PhotoServer photos;
    private final DeviceShelves shelves;
    private final InstantSource clock;

    RunJournal(PhotoServer photos, DeviceShelves shelves, InstantSource clock) {
        this.photos = photos;
        this.shelves = shelves;
        this.clock = clock;
    }

    /** What a step is about. */
    record Subject(RunId run, AssetId asset) {}

    void note(RunId run, Step step, String about) {
        shelves.transactions()
                .run(() -> shelves.devices().append(new JournalEntry(run, clock.instant(), step, null, null, about)));
    }

    void plan(RunId run, AssetId asset, String path) {
        shelves.devices().append(new JournalEntry(run, clock.instant(), Step.PLANNED, path, asset, null));
    }

    void append(RunId run, Step step, AssetId asset, @Nullable String reason) {
        shelves.transactions()
                .run(() -> shelves.devices().append(new JournalEntry(run, clock.instant(), step, null, asset, reason)));
    }

    /** It is in the trash, and whoever takes it out again is not contradicted. */
    void trashed(RunId run, AssetId asset, Checksum checksum) {
        shelves.transactions().run(() -> {
            shelves.files().settle(checksum);
            shelves.devices().append(new JournalEntry(run, clock.instant(), Step.TRASHED, null, asset, null));
        });
    }

    /** The last step of each asset of a run, or of all runs. */
    Map<Subject, Step> lastSteps(Optional<RunId> run) {
        Map<Subject, Step> steps = new LinkedHashMap<>();
        shelves.transactions().read(() -> {
            shelves.devices().forEachEntry(run, entry -> {
                AssetId asset = entry.asset();
                if (asset != null) {
                    steps.put(new Subject(entry.run(), asset), entry.step());
                }
            });
            return true;
        });
        return steps;
    }

    /** Finds out how those ended that runs were at work on when they were stopped. */
    void closeInterrupted() {
        List<Subject> open = lastSteps(Optional.empty()).entrySet().stream()
                .filter(last -> last.getValue() == Step.PLANNED || last.getValue() == Step.TAGGED)
                .map(Map.Entry::getKey)
                .toList();
        for (Subject subject : open) {
            Optional<RemoteAsset> asset = photos.assets().find(subject.asset()).map(WholeRemoteAsset::asset);
            if (asset.isPresent() && asset.get().state().trashed()) {
                trashed(subject.run(), subject.asset(), asset.get().original().checksum());
            } else {
                append(subject.run(), Step.FAILED, subject.asset(), "the run was stopped before it came to this");
            }
        }
    }
}
