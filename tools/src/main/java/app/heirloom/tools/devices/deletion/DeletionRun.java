package app.heirloom.tools.devices.deletion;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.device.Device;
import app.heirloom.library.device.JournalEntry.Step;
import app.heirloom.library.device.RunId;
import app.heirloom.library.device.ScanRecord;
import app.heirloom.library.device.deletion.Deletion;
import app.heirloom.library.device.deletion.DeletionPlan;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.remote.PhotoServer;
import app.heirloom.library.remote.asset.RemoteAsset;
import app.heirloom.library.remote.asset.RemoteTag;
import app.heirloom.library.remote.asset.WholeRemoteAsset;
import app.heirloom.library.user.Permission;
import app.heirloom.tools.Progress;
import app.heirloom.tools.devices.DeviceShelves;
import app.heirloom.tools.devices.RootMark;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Sends to the server's trash what a plan says is due. Never further than to the trash. */
public final class DeletionRun {
    /** What the key must allow. */
    public static final Set<Permission> NEEDED = EnumSet.of(
            Permission.USER_READ,
            Permission.ASSET_READ,
            Permission.ASSET_DELETE,
            Permission.TAG_CREATE,
            Permission.TAG_ASSET);

    private static final int AT_ONCE = 100;
    /** How old the scan may be that a run relies on. */
    private static final Duration FRESH = Duration.ofDays(1);

    private final PhotoServer photos;
    private final DeviceShelves shelves;
    private final Progress progress;
    private final InstantSource clock;
    private final RunJournal journal;

    public DeletionRun(PhotoServer photos, DeviceShelves shelves, Progress progress, InstantSource clock) {
        this.photos = photos;
        this.shelves = shelves;
        this.progress = progress;
        this.clock = clock;
        this.journal = new RunJournal(photos, shelves, clock);
    }

    /** How a run ended. */
    public enum Ending {
        NOTHING_DUE,
        /** The first run of a device only tells. */
        REHEARSED,
        /** So many are due that somebody must look at them first. */
        HELD,
        DONE
    }

    /** What a run came to. */
    public record Summary(RunId run, Ending ending, long trashed, long failed) {}

    /**
     * Fails as INVALID when the device was not seen as a whole of late, the device is not in its root, or the account is
     * another's; as FORBIDDEN when the key lacks permissions.
     */
    public void requirePossible() {
        Device device = shelves.device();
        photos.account().require(NEEDED);
        device.requireBoundTo(photos.account());
        RootMark.require(device);
        Optional<ScanRecord> scan = shelves.transactions().read(shelves.devices()::findLastScan);
        boolean isFresh = scan.filter(
                        last -> last.complete() && last.finished().plus(FRESH).isAfter(clock.instant()))
                .isPresent();
        if (!isFresh) {
            throw ErrorCode.INVALID.exception("The last scan of " + device.name()
                    + " is older than a day, or could not look at everything: run heirloom device scan "
                    + device.name());
        }
    }

    /**
     * Carries the plan out.
     *
     * @param approved how many somebody has agreed to, which must be those that are due when they are over the limit
     */
    public Summary run(DeletionPlan plan, OptionalLong approved) {
        requirePossible();
        journal.closeInterrupted();
        List<Deletion> due = plan.due();
        RunId run = RunId.random();
        if (due.isEmpty()) {
            return new Summary(run, Ending.NOTHING_DUE, 0, 0);
        }
        boolean isFirst = shelves.transactions()
                .read(() -> shelves.devices().listRuns(""))
                .isEmpty();
        if (isFirst) {
            journal.note(run, Step.REHEARSED, due.size() + " would go to the trash");
            return new Summary(run, Ending.REHEARSED, 0, 0);
        }
        if (plan.isOverLimit() && approved.orElse(-1) != due.size()) {
            journal.note(run, Step.HELD, due.size() + " are due, " + plan.limit() + " are allowed");
            return new Summary(run, Ending.HELD, 0, 0);
        }
        return carryOut(run, due);
    }

    private Summary carryOut(RunId run, List<Deletion> due) {
        shelves.transactions()
                .run(() -> due.forEach(
                        deletion -> journal.plan(run, deletion.asset().id(), deletion.path())));
        RemoteTag tag = photos.tags().upsert(List.of(run.tag())).getFirst();
        var counted = new Object() {
            private long trashed;
        };
        progress.during("Moving to the trash", "assets", OptionalLong.of(due.size()), () -> {
            for (int from = 0; from < due.size(); from += AT_ONCE) {
                List<Deletion> portion = due.subList(from, Math.min(from + AT_ONCE, due.size()));
                counted.trashed += trash(run, tag, portion);
                progress.advance(portion.size());
            }
        });
        return new Summary(run, Ending.DONE, counted.trashed, due.size() - counted.trashed);
    }

    private long trash(RunId run, RemoteTag tag, List<Deletion> portion) {
        List<Deletion> confirmed = new ArrayList<>();
        for (Deletion deletion : portion) {
            Optional<String> objection = objection(deletion);
            if (objection.isPresent()) {
                journal.append(run, Step.FAILED, deletion.asset().id(), objection.get());
            } else {
                confirmed.add(deletion);
            }
        }
        List<AssetId> ids =
                confirmed.stream().map(deletion -> deletion.asset().id()).toList();
        if (ids.isEmpty()) {
            return 0;
        }
        photos.tags().attach(tag.id(), ids);
        ids.forEach(id -> journal.append(run, Step.TAGGED, id, null));
        photos.trash().put(ids);
        return confirmed.stream().filter(deletion -> confirm(run, deletion)).count();
    }

    private boolean confirm(RunId run, Deletion deletion) {
        AssetId id = deletion.asset().id();
        boolean isTrashed = find(id).filter(asset -> asset.state().trashed()).isPresent();
        if (isTrashed) {
            journal.trashed(run, id, deletion.asset().checksum());
        } else {
            journal.append(run, Step.FAILED, id, "the server did not put it into the trash");
        }
        return isTrashed;
    }

    /** Why it must not be done after all. */
    private Optional<String> objection(Deletion deletion) {
        var root = shelves.device().root().folder();
        if (Files.exists(root.resolve(deletion.path()), LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of("the file is there again");
        }
        Optional<RemoteAsset> now = find(deletion.asset().id());
        if (now.isEmpty()) {
            return Optional.of("the server has it no more");
        }
        if (!now.get().original().checksum().equals(deletion.asset().checksum())) {
            return Optional.of("the server has another content under its id now");
        }
        return now.get().state().trashed() ? Optional.of("it was in the trash already") : Optional.empty();
    }

    private Optional<RemoteAsset> find(AssetId id) {
        return photos.assets().find(id).map(WholeRemoteAsset::asset);
    }
}
