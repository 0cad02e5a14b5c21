package app.heirloom.tools.resolution;

import app.heirloom.library.embedding.PictureReader;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.remote.PhotoServer;
import app.heirloom.library.user.Permission;
import app.heirloom.tools.Progress;
import app.heirloom.tools.backup.BackupFolder;
import app.heirloom.tools.duplicates.AnalysisFile;
import app.heirloom.tools.duplicates.AnalyzedGroup;
import app.heirloom.tools.finding.OriginalContents;
import app.heirloom.tools.resolution.report.ExecutionSummary;
import app.heirloom.tools.resolution.report.GroupOutcome;
import app.heirloom.tools.resolution.report.GroupReport;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Ends the groups of an analysis, several at once. One that fails leaves the others alone. */
public final class Execution {
    /** What the key must allow. */
    public static final Set<Permission> NEEDED = EnumSet.of(
            Permission.USER_READ,
            Permission.ASSET_READ,
            Permission.ASSET_DOWNLOAD,
            Permission.ASSET_UPDATE,
            Permission.ASSET_DELETE,
            Permission.ALBUM_READ,
            Permission.ALBUM_ASSET_CREATE,
            Permission.TAG_ASSET,
            Permission.FACE_READ,
            Permission.FACE_CREATE,
            Permission.STACK_READ,
            Permission.SHARED_LINK_READ);

    /** The next group would fare no better. */
    private static final Set<ErrorCode> ENDS_ALL =
            EnumSet.of(ErrorCode.STORAGE_FULL, ErrorCode.UNAUTHENTICATED, ErrorCode.FORBIDDEN);

    /** So many groups in a row that cannot reach the server: it is down. */
    private static final int STRIKES = 3;

    private final PhotoServer photos;
    private final ExecutionSettings settings;
    private final GroupExecution groups;
    private final Progress progress;

    /** @param pictures decodes what was found by its pixels */
    public Execution(
            PhotoServer photos,
            ExecutionSettings settings,
            PictureReader pictures,
            Progress progress,
            InstantSource clock) {
        this(
                photos,
                settings,
                progress,
                new GroupExecution(
                        photos,
                        settings.forGood(),
                        new GroupInspection(photos, new OriginalContents(photos, pictures), clock),
                        Pause.REAL));
    }

    Execution(PhotoServer photos, ExecutionSettings settings, Progress progress, GroupExecution groups) {
        this.photos = photos;
        this.settings = settings;
        this.groups = groups;
        this.progress = progress;
    }

    /** Fails as FORBIDDEN, naming what the key lacks, or as INVALID when the analysis is of another user. */
    public void requirePossible(AnalysisFile analysis) {
        photos.account().require(NEEDED);
        analysis.requireFor(photos.account());
    }

    /**
     * Ends the groups.
     *
     * @param backup null for a dry run
     * @param listener hears of each group, one at a time
     * @throws HeirloomException when going on makes no sense; what was begun is finished or can be resumed
     */
    public ExecutionSummary run(AnalysisFile analysis, @Nullable BackupFolder backup, Consumer<GroupReport> listener) {
        requirePossible(analysis);
        var tally = new Tally(listener);
        progress.during("Ending duplicate groups", "groups", OptionalLong.of(analysis.groups()), () -> {
            var places = new Semaphore(settings.concurrency());
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                analysis.forEach(group -> {
                    places.acquireUninterruptibly();
                    if (tally.failure() != null) {
                        places.release();
                        return;
                    }
                    threads.execute(() -> {
                        try {
                            tally.add(group, attempt(group, backup, tally));
                        } catch (RuntimeException e) {
                            tally.end(e);
                        } finally {
                            places.release();
                        }
                    });
                });
            }
        });
        RuntimeException failure = tally.failure();
        if (failure != null) {
            throw failure;
        }
        return tally.summary();
    }

    private GroupOutcome attempt(AnalyzedGroup group, @Nullable BackupFolder backup, Tally tally) {
        if (group.doubt().isPresent() && !settings.contradicting()) {
            return new GroupOutcome.Skipped(group.doubt().get() + ": look at them first");
        }
        try {
            GroupOutcome outcome = backup == null ? groups.preview(group) : groups.run(group, backup.group(group.id()));
            tally.reached();
            return outcome;
        } catch (HeirloomException e) {
            if (ENDS_ALL.contains(e.code())
                    || (e.code() == ErrorCode.REMOTE_UNREACHABLE && tally.strike() >= STRIKES)) {
                tally.end(e);
            }
            return new GroupOutcome.Failed(e.getMessage());
        }
    }

    /** Counts what many threads did. */
    private final class Tally {
        private final Consumer<GroupReport> listener;
        private ExecutionSummary summary = ExecutionSummary.NOTHING;
        private @Nullable RuntimeException failure;
        private int strikes;

        Tally(Consumer<GroupReport> listener) {
            this.listener = listener;
        }

        synchronized void add(AnalyzedGroup group, GroupOutcome outcome) {
            summary = summary.plus(outcome);
            listener.accept(new GroupReport(group, outcome));
            progress.advance(1);
        }

        synchronized int strike() {
            return ++strikes;
        }

        synchronized void reached() {
            strikes = 0;
        }

        synchronized void end(RuntimeException why) {
            failure = failure == null ? why : failure;
        }

        synchronized @Nullable RuntimeException failure() {
            return failure;
        }

        synchronized ExecutionSummary summary() {
            return summary;
        }
    }
}
