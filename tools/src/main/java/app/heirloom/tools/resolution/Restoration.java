package app.heirloom.tools.resolution;

import app.heirloom.library.asset.DuplicateGroupId;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.remote.PhotoServer;
import app.heirloom.library.user.Permission;
import app.heirloom.tools.Progress;
import app.heirloom.tools.backup.BackupFolder;
import java.util.EnumSet;
import java.util.List;
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
        long[] counts = new long[3];
        progress.during(
                "Restoring groups",
                "groups",
                OptionalLong.empty(),
                () -> backup.forEach((id, group) -> {
                    try {
                        List<String> notes = new GroupRestoration(photos, group, isDryRun, pause).run();
                        counts[notes.isEmpty() ? 1 : 0]++;
                        if (!notes.isEmpty()) {
                            listener.heard(id, notes);
                        }
                    } catch (HeirloomException e) {
                        if (ENDS_ALL.contains(e.code())) {
                            throw e;
                        }
                        counts[2]++;
                        listener.heard(id, List.of("failed: " + e.getMessage()));
                    }
                    progress.advance(1);
                }));
        return new Summary(counts[0], counts[1], counts[2]);
    }
}
