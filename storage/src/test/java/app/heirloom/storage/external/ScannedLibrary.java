package app.heirloom.storage.external;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetFilter;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.grouping.LibraryId;
import app.heirloom.library.event.Event;
import app.heirloom.library.event.Events;
import app.heirloom.library.external.ExternalFile;
import app.heirloom.library.external.ExternalLibraries;
import app.heirloom.library.external.ExternalLibrary;
import app.heirloom.library.external.ExternalLibrary.Scope;
import app.heirloom.library.external.ImportPaths;
import app.heirloom.library.external.LibraryRemoval;
import app.heirloom.library.external.LibraryScan;
import app.heirloom.library.external.ScanShelves;
import app.heirloom.library.external.folder.Exclusions;
import app.heirloom.library.external.folder.FolderReader;
import app.heirloom.library.job.Job;
import app.heirloom.library.job.JobHandler;
import app.heirloom.library.job.JobId;
import app.heirloom.library.job.JobQueues;
import app.heirloom.library.job.JobType;
import app.heirloom.library.job.Queue;
import app.heirloom.library.trash.AssetRemoval;
import app.heirloom.library.user.User;
import app.heirloom.storage.database.TestDatabase;
import app.heirloom.storage.files.ExternalFolders;
import app.heirloom.storage.sql.Samples;
import app.heirloom.storage.sql.SqlStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A library over a real folder and a real database, scanned on the test's own thread. */
final class ScannedLibrary implements AutoCloseable {
    private static final Instant MODIFIED = Instant.parse("2020-01-02T03:04:05.678901Z");

    final Path photos;
    final Path data;
    final SqlStorage storage;
    final User owner;
    final LibraryId id;
    final ExternalLibraries libraries;
    final List<Event> published = new ArrayList<>();
    private final ScanShelves shelves;
    private final AssetRemoval removal;
    private LibraryScan scan;

    ScannedLibrary(TestDatabase database, Path folder) throws IOException {
        photos = Files.createDirectories(folder.resolve("photos"));
        data = Files.createDirectories(folder.resolve("data"));
        storage = database.open(folder);
        owner = Samples.addUser(storage);
        var events = new Events();
        events.subscribe(Event.class, published::add);
        var transactions = storage.transactions();
        var queues = new JobQueues(storage.jobs(), transactions, events);
        FolderReader reader = new ExternalFolders(data);
        InstantSource clock = InstantSource.system();
        shelves = new ScanShelves(storage.assets(), storage.externalFiles(), queues, transactions, events, clock);
        removal = new AssetRemoval(storage.assets(), queues, transactions, events);
        libraries = new ExternalLibraries(
                storage.externalLibraries(), storage.users(), new ImportPaths(reader), queues, transactions, clock);
        scan = new LibraryScan(storage.externalLibraries(), shelves, reader);
        id = libraries
                .create(owner.id(), "Photos", new Scope(List.of(photos.toString()), Exclusions.DEFAULTS))
                .id();
    }

    /** From now on the folders are seen through this. */
    void readThrough(UnaryOperator<FolderReader> glasses) {
        scan = new LibraryScan(storage.externalLibraries(), shelves, glasses.apply(new ExternalFolders(data)));
    }

    Path write(String name, String content) throws IOException {
        Path file = photos.resolve(name);
        Files.createDirectories(file.resolveSibling("x").getParent());
        Files.writeString(file, content);
        return Files.setLastModifiedTime(file, FileTime.from(MODIFIED));
    }

    void write(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            write("%03d.jpg".formatted(i), "photo " + i);
        }
    }

    void include(Path... paths) {
        libraries.update(
                id,
                java.util.Optional.empty(),
                scope -> new Scope(List.of(paths).stream().map(Path::toString).toList(), scope.exclusionPatterns()));
    }

    void scan() {
        run(scan, JobType.LIBRARY_SCAN);
    }

    void scanAcceptingLoss() {
        libraries.scan(id, true);
        scan();
    }

    /** As the server does when it ends. */
    void stopScans() {
        scan.close();
    }

    void removeLibrary() {
        libraries.remove(id);
        run(new LibraryRemoval(storage.externalLibraries(), shelves, removal), JobType.LIBRARY_REMOVAL);
    }

    private void run(JobHandler handler, JobType type) {
        try {
            storage.transactions().run(handler.handle(new Job(new JobId(1), type, id.value(), 1, 0)));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    ExternalLibrary library() {
        return libraries.get(id).library();
    }

    /** All assets of the library by the path below the photos. */
    Map<String, Asset> assets() {
        return files().stream()
                .collect(Collectors.toMap(
                        file -> photos.relativize(Path.of(file.path())).toString(), file -> asset(file.asset())));
    }

    Asset asset(String name) {
        Asset asset = assets().get(name);
        if (asset == null) {
            throw new AssertionError(name + " is not in the library, which has " + assets().keySet());
        }
        return asset;
    }

    Asset asset(AssetId asset) {
        return storage.transactions().read(() -> storage.assets().get(asset));
    }

    List<ExternalFile> files() {
        return storage.transactions().read(() -> storage.externalFiles().list(id, "", 10_000));
    }

    long offline() {
        return assets().values().stream()
                .filter(asset -> asset.state().offline())
                .count();
    }

    /** What the user sees on the timeline. */
    long shown() {
        return storage.transactions()
                .read(() -> storage.assets().count(owner.id(), new AssetFilter(null, null, false)))
                .images();
    }

    long waiting(Queue queue) {
        return storage.transactions()
                .read(() -> storage.jobs().counts())
                .getOrDefault(queue, app.heirloom.library.job.JobCounts.NONE)
                .waiting();
    }

    void forgetJobs() {
        storage.transactions().run(() -> {
            for (Queue queue : Queue.values()) {
                storage.jobs().empty(queue);
            }
        });
    }

    @Override
    public void close() {
        storage.close();
    }
}
