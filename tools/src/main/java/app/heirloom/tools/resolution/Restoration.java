package app.heirloom.tools.resolution;

import app.heirloom.library.asset.grouping.DuplicateGroupId;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.remote.PhotoServer;
import app.heirloom.library.user.Permission;
import app.heirloom.tools.Progress;
import app.heirloom.tools.backup.BackupFolder;
import app.heirloom.tools.backup.GroupBackup;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** Brings back what a backup holds, group by group. May be repeated. */
public final class Restoration {
    /** What the key must allow. */
    public static final Set<Permission> NEEDED = EnumSet.of(
            Permission.USER_READ,
            Permission.ASSET_READ,
            Permission.ASSET_UPDATE,
            Permission.ASSET_DELETE,
            Permission.ASSET_UPLOAD,
            Permission.ALBUM_READ,
            Permission.ALBUM_ASSET_CREATE,
            Permission.ALBUM_ASSET_DELETE,
            Permission.TAG_ASSET,
            Permission.FACE_READ,
            Permission.FACE_CREATE,
            Permission.FACE_DELETE,
            Permission.STACK_READ,
            Permission.STACK_CREATE,
            Permission.SHARED_LINK_READ,
            Permission.SHARED_LINK_UPDATE);

    private static final Set<ErrorCode> ENDS_ALL = EnumSet.of(
            ErrorCode.STORAGE_FULL, ErrorCode.UNAUTHENTICATED, ErrorCode.FORBIDDEN, ErrorCode.REMOTE_UNREACHABLE);

    private final PhotoServer photos;
    private final boolean isDryRun;
    private final Progress progress;
    private final Pause pause;

    /** Hears of the groups with which there is something to tell. */
    @FunctionalInterface
    public interface Listener {
        /**
         * Something was, or would be, done to a group.
         *
         * @param notes what, and what could not be
         */
        void heard(DuplicateGroupId group, List<String> notes);
    }

    /** Groups by how they fared; together they are all of the backup. */
    public record Summary(long restored, long unchanged, long failed) {}

    public Restoration(PhotoServer photos, boolean isDryRun, Progress progress) {
        this(photos, isDryRun, progress, Pause.REAL);
    }

    Restoration(PhotoServer photos, boolean isDryRun, Progress progress, Pause pause) {
        this.photos = photos;
        this.isDryRun = isDryRun;
        this.progress = progress;
        this.pause = pause;
    }

    public Summary run(BackupFolder backup, Listener listener) {
        photos.account().require(NEEDED);
        backup.requireFor(photos.account());
        var run = new Run(listener);
        progress.during(
                "Bringing losers back",
                "groups",
                OptionalLong.empty(),
                () -> backup.forEach((id, group) -> {
                    run.attempt(id, () -> run.bringBack(id, group));
                    progress.advance(1);
                }));
        progress.during(
                "Restoring groups",
                "groups",
                OptionalLong.of(run.groups),
                () -> backup.forEach((id, group) -> {
                    run.attempt(id, () -> run.finish(id, group));
                    progress.advance(1);
                }));
        return run.summary();
    }

    /** What is known while the groups are gone through, twice: a stack may have losers of several of them. */
    private final class Run {
        private final Listener listener;
        private final BackupTies ties = new BackupTies();
        private final Map<DuplicateGroupId, List<String>> brought = new HashMap<>();
        private final Set<DuplicateGroupId> failed = new HashSet<>();
        private long groups;
        private long restored;

        Run(Listener listener) {
            this.listener = listener;
        }

        void attempt(DuplicateGroupId id, Runnable work) {
            try {
                work.run();
            } catch (HeirloomException e) {
                if (ENDS_ALL.contains(e.code())) {
                    throw e;
                }
                failed.add(id);
                listener.heard(id, List.of("failed: " + e.getMessage()));
            }
        }

        void bringBack(DuplicateGroupId id, GroupBackup group) {
            groups++;
            List<String> notes = new GroupRestoration(photos, group, isDryRun, pause).bringBack();
            if (!notes.isEmpty()) {
                brought.put(id, notes);
            }
            ties.add(group.record());
        }

        void finish(DuplicateGroupId id, GroupBackup group) {
            if (failed.contains(id)) {
                return;
            }
            List<String> notes = new ArrayList<>(brought.getOrDefault(id, List.of()));
            notes.addAll(new GroupRestoration(photos, group, isDryRun, pause).finish(notes, ties));
            if (!notes.isEmpty()) {
                restored++;
                listener.heard(id, notes);
            }
        }

        Summary summary() {
            return new Summary(restored, groups - restored - failed.size(), failed.size());
        }
    }
}
