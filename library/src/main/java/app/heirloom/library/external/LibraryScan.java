package app.heirloom.library.external;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import app.heirloom.library.asset.grouping.LibraryId;
import app.heirloom.library.external.folder.Exclusions;
import app.heirloom.library.external.folder.FolderReader;
import app.heirloom.library.external.folder.FolderWalk;
import app.heirloom.library.external.folder.Territories;
import app.heirloom.library.external.folder.Unjudged;
import app.heirloom.library.job.Job;
import app.heirloom.library.job.JobHandler;
import app.heirloom.library.job.JobType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * The job that brings a library up to what lies in its folders. Every portion is committed on its own and looks the same
 * the second time, so a scan that was cut short starts over and finds most of its work done.
 */
public final class LibraryScan implements JobHandler, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(LibraryScan.class.getName());

    private final ExternalLibraryRepository libraries;
    private final ScanShelves shelves;
    private final FolderReader reader;
    private final ImportPaths importPaths;
    private volatile Optional<Hashing> hashing = Optional.empty();
    private volatile boolean stopped;

    public LibraryScan(ExternalLibraryRepository libraries, ScanShelves shelves, FolderReader reader) {
        this.libraries = libraries;
        this.shelves = shelves;
        this.reader = reader;
        this.importPaths = new ImportPaths(reader);
    }

    @Override
    public Runnable handle(Job job) {
        var id = new LibraryId(job.subject());
        Optional<ExternalLibrary> library = shelves.transactions().read(() -> libraries.find(id));
        try {
            return library.map(this::scan).orElse(NOTHING);
        } catch (CancellationException e) {
            return () -> shelves.queues().add(JobType.LIBRARY_SCAN, id.value());
        }
    }

    /** Breaks off a scan that is under way; it starts over when the jobs run again. */
    @Override
    public void close() {
        stopped = true;
        hashing.ifPresent(Hashing::close);
    }

    private Runnable scan(ExternalLibrary library) {
        var unjudged = new Unjudged();
        var notes = new ArrayList<String>();
        List<Path> folders = skipUnusable(library, unjudged, notes);
        ScanTally tally;
        try (var reading = new Hashing(reader)) {
            hashing = Optional.of(reading);
            var assets = new ExternalAssets(library, shelves);
            var detection = new MoveDetection(assets, reader, unjudged);
            var intake = new FileIntake(assets, reading, detection, shelves.transactions());
            compare(library, folders, intake, unjudged);
            tally = intake.tally();
        }
        var rail = new LossRail(shelves);
        rail.findAlarm(library)
                .ifPresentOrElse(counts -> notes.add(alarm(counts)), () -> tally.offline += rail.takeOffline(library));
        notes.forEach(note -> LOG.log(WARNING, "The library {0}: {1}", library.name(), note));
        LOG.log(INFO, "The library {0} is scanned, {1}, {2} unreadable", library.name(), tally, unjudged.size());
        String note = notes.isEmpty() ? null : String.join(" ", notes);
        return () -> libraries
                .find(library.id())
                .ifPresent(now ->
                        libraries.save(now.scanned(library, shelves.clock().instant(), note)));
    }

    private void compare(ExternalLibrary library, List<Path> folders, FileIntake intake, Unjudged unjudged) {
        var comparison = new FolderComparison(
                library.id(), shelves.files(), shelves.transactions(), intake, unjudged, () -> stopped);
        var exclusions = new Exclusions(library.scope().exclusionPatterns());
        var territories = new Territories();
        folders.forEach(folder -> enter(folder, territories));
        var walk = new FolderWalk(reader, exclusions, territories, unjudged, comparison::see);
        ImportPaths.roots(folders).forEach(walk::walk);
        comparison.finish();
    }

    private void enter(Path folder, Territories territories) {
        try {
            territories.add(reader.realPath(folder));
        } catch (IOException e) {
            LOG.log(WARNING, "The folder {0} went away: {1}", folder, e);
        }
    }

    /** A folder that is not there may be a disk that is not there: nothing is said of what lay in it. */
    private List<Path> skipUnusable(ExternalLibrary library, Unjudged unjudged, List<String> notes) {
        var usable = new ArrayList<Path>();
        for (String path : library.scope().importPaths()) {
            Path folder = Path.of(path);
            Optional<String> objection = importPaths.objection(path).or(() -> emptiness(library, folder));
            if (objection.isPresent()) {
                notes.add("%s was skipped, its photos stay as they are: %s.".formatted(path, objection.get()));
                unjudged.add(folder.toString());
            } else {
                usable.add(folder);
            }
        }
        return usable;
    }

    private Optional<String> emptiness(ExternalLibrary library, Path folder) {
        try {
            boolean isEmpty = reader.list(folder).isEmpty();
            return isEmpty
                            && shelves.transactions()
                                    .read(() -> shelves.files().existsBelow(library.id(), folder.toString()))
                    ? Optional.of("The folder is empty although photos were in it; perhaps a disk is not mounted")
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.of("The folder cannot be read");
        }
    }

    private static String alarm(FileCounts counts) {
        return ("%,d of %,d files were not found, which is a lot, so all assets stay as they are. If the files are really"
                        + " gone, scan once more with force=true.")
                .formatted(counts.lost(), counts.online());
    }
}
