package app.heirloom.tools.resolution;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.remote.PhotoServer;
import app.heirloom.library.remote.asset.RemoteAsset;
import app.heirloom.library.remote.asset.WholeRemoteAsset;
import app.heirloom.tools.backup.Gain;
import app.heirloom.tools.backup.GroupBackup;
import app.heirloom.tools.backup.GroupRecord;
import app.heirloom.tools.backup.SavedAsset;
import app.heirloom.tools.backup.Step;
import app.heirloom.tools.duplicates.AnalyzedAsset;
import app.heirloom.tools.duplicates.AnalyzedGroup;
import app.heirloom.tools.resolution.GroupInspection.Finding;
import app.heirloom.tools.resolution.report.GroupOutcome;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Ends one group, step by step: plan, save, consolidate, remove. Each step is noted before the next relies on it, so that
 * after a failure or a crash the next attempt goes on where this one ended.
 */
final class GroupExecution {
    private final PhotoServer photos;
    private final boolean isForGood;
    private final Consolidation consolidation;
    private final GroupInspection inspection;
    private final TieReading ties;

    /** @param isForGood whether losers go past the trash */
    GroupExecution(PhotoServer photos, boolean isForGood, GroupInspection inspection, Pause pause) {
        this.photos = photos;
        this.isForGood = isForGood;
        this.consolidation = new Consolidation(photos, pause);
        this.inspection = inspection;
        this.ties = new TieReading(photos);
    }

    /** What would be done to a group that nothing was done to yet. */
    GroupOutcome preview(AnalyzedGroup group) {
        return switch (inspection.inspect(group)) {
            case Finding.Unfit unfit -> new GroupOutcome.Skipped(unfit.reason());
            case Finding.Ready ready ->
                new GroupOutcome.Possible(
                        ready.plan().losers().size(),
                        consolidation.gain(ready.plan().keeper(), ready.plan().losers()));
        };
    }

    GroupOutcome run(AnalyzedGroup group, GroupBackup backup) {
        GroupRecord record = backup.record();
        Optional<Step.Planned> begun = record.isRestored() ? Optional.empty() : record.plan();
        if (begun.isEmpty()) {
            return begin(group, backup);
        }
        Step.Planned plan = begun.get();
        if (!isOf(plan, group)) {
            return new GroupOutcome.Skipped("it was begun with another keeper or other losers: restore it first");
        }
        if (record.isRemoved()) {
            return new GroupOutcome.Already();
        }
        Optional<String> change = changeSince(plan, record);
        return change.isPresent() ? new GroupOutcome.Skipped(change.get()) : finish(plan, backup);
    }

    private GroupOutcome begin(AnalyzedGroup group, GroupBackup backup) {
        return switch (inspection.inspect(group)) {
            case Finding.Unfit unfit -> new GroupOutcome.Skipped(unfit.reason());
            case Finding.Ready ready -> {
                backup.append(ready.plan());
                yield finish(ready.plan(), backup);
            }
        };
    }

    private static boolean isOf(Step.Planned plan, AnalyzedGroup group) {
        Set<AssetId> planned =
                plan.losers().stream().map(loser -> loser.asset().id()).collect(Collectors.toSet());
        Set<AssetId> wanted = group.losers().stream()
                .filter(loser -> !loser.isExternal())
                .map(AnalyzedAsset::id)
                .collect(Collectors.toSet());
        return plan.keeper().asset().id().equals(group.keeper().id()) && planned.equals(wanted);
    }

    /** Losers may be gone only after this tool began to remove them. */
    private Optional<String> changeSince(Step.Planned plan, GroupRecord record) {
        for (SavedAsset loser : plan.losers()) {
            RemoteAsset was = loser.asset();
            Optional<RemoteAsset> now = photos.assets().find(was.id()).map(WholeRemoteAsset::asset);
            boolean isThere = now.isPresent() && !now.get().state().trashed();
            boolean isSame = isThere
                    ? now.get().original().checksum().equals(was.original().checksum())
                            && now.get().times().updated().equals(was.times().updated())
                    : record.isRemoving();
            if (!isSame) {
                return Optional.of(was.original().fileName() + " (" + was.id() + ") was "
                        + (isThere ? "changed" : "removed by somebody else") + " since this group was begun");
            }
        }
        return Optional.empty();
    }

    private GroupOutcome finish(Step.Planned plan, GroupBackup backup) {
        try {
            noteTies(plan, backup);
            List<Step.Saved> saved = save(plan, backup);
            consolidate(plan, backup);
            remove(plan, backup);
            return new GroupOutcome.Done(
                    saved.size(),
                    saved.stream().mapToLong(Step.Saved::sizeInBytes).sum());
        } catch (HeirloomException e) {
            if (e.code() != ErrorCode.STORAGE_FULL) {
                backup.append(new Step.Stopped(e.getMessage()));
            }
            throw e;
        }
    }

    /** Before anything is removed, since nobody can tell afterwards. */
    private void noteTies(Step.Planned plan, GroupBackup backup) {
        if (backup.record().ties().isEmpty() && !backup.record().isRemoving()) {
            Step.Tied tied = ties.of(plan);
            if (!tied.equals(Step.Tied.NONE)) {
                backup.append(tied);
            }
        }
    }

    private List<Step.Saved> save(Step.Planned plan, GroupBackup backup) {
        return Stream.concat(plan.losers().stream(), plan.videos().stream())
                .map(SavedAsset::asset)
                .map(asset -> backup.record()
                        .saved(asset.id())
                        .filter(backup::isIntact)
                        .orElseGet(() -> backup.save(asset.id(), asset.original(), photos.originals())))
                .toList();
    }

    /** What an earlier attempt gave is not given again, since what is lacking is found anew. */
    private void consolidate(Step.Planned plan, GroupBackup backup) {
        AssetId keeper = plan.keeper().asset().id();
        SavedAsset now = new AssetReading(photos).find(keeper).orElseThrow(() -> keeperFailure(plan, "is gone"));
        requireKeeper(plan, now);
        Gain gain = consolidation.gain(now, plan.losers());
        if (!Consolidation.isEmpty(gain)) {
            backup.append(new Step.Consolidating(gain));
            consolidation.give(keeper, gain);
            requireKeeper(plan, consolidation.await(keeper, gain));
        }
        backup.append(new Step.Consolidated());
    }

    private static void requireKeeper(Step.Planned plan, SavedAsset now) {
        if (now.asset().state().trashed()) {
            throw keeperFailure(plan, "is in the trash");
        }
        if (!now.asset()
                .original()
                .checksum()
                .equals(plan.keeper().asset().original().checksum())) {
            throw keeperFailure(plan, "has other bytes than before");
        }
    }

    private static HeirloomException keeperFailure(Step.Planned plan, String what) {
        RemoteAsset keeper = plan.keeper().asset();
        return ErrorCode.REMOTE_FAILURE.exception(
                "The keeper " + keeper.original().fileName() + " (" + keeper.id() + ") " + what);
    }

    /** What the server answers does not matter: the losers are looked for. */
    private void remove(Step.Planned plan, GroupBackup backup) {
        List<AssetId> ids =
                plan.losers().stream().map(loser -> loser.asset().id()).toList();
        List<AssetId> left = ids.stream().filter(this::isLeft).toList();
        if (!left.isEmpty()) {
            backup.append(new Step.Removing(isForGood));
            removeAll(left);
        }
        backup.append(new Step.Removed());
    }

    private void removeAll(List<AssetId> ids) {
        try {
            if (isForGood) {
                photos.trash().remove(ids);
            } else {
                photos.trash().put(ids);
            }
        } catch (HeirloomException e) {
            if (ids.stream().anyMatch(this::isLeft)) {
                throw e;
            }
        }
        List<AssetId> left = ids.stream().filter(this::isLeft).toList();
        if (!left.isEmpty()) {
            throw ErrorCode.REMOTE_FAILURE.exception(
                    "The server was told to remove " + ids.size() + " assets, but these are still there: " + left);
        }
    }

    private boolean isLeft(AssetId id) {
        return photos.assets()
                .find(id)
                .filter(whole -> !whole.asset().state().trashed() || isForGood)
                .isPresent();
    }
}
