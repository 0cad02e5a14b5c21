package app.heirloom.tools.devices;

import app.heirloom.library.device.Device;
import app.heirloom.library.device.DeviceFile;
import app.heirloom.library.device.FileRepository.Identification;
import app.heirloom.library.device.ScanRecord;
import app.heirloom.library.metadata.extraction.MetadataReader;
import app.heirloom.library.remote.PhotoServer;
import app.heirloom.library.user.Permission;
import app.heirloom.tools.Progress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Finds out what is on a device and what of it is on the server. It may be stopped at any moment: the next scan goes on
 * where checksums are missing.
 */
public final class DeviceScan {
    /** What the key must allow. */
    public static final Set<Permission> NEEDED = EnumSet.of(Permission.USER_READ, Permission.ASSET_READ);

    private static final int PORTION = 1_000;
    /** Files between two commits of one reader: what a stop costs. */
    private static final int HASHED_AT_ONCE = 20;

    private static final String FILES = "files";

    /**
     * How to scan.
     *
     * @param fast whether checksums may be taken over from the server
     * @param threads files that are read at once
     */
    public record Settings(boolean fast, int threads) {}

    /**
     * What a scan came to.
     *
     * @param gone files that it is the first to miss
     * @param unreadable files and folders that could not be looked at
     */
    public record Summary(ScanRecord scan, long gone, long unreadable) {}

    private final PhotoServer photos;
    private final DeviceShelves shelves;
    private final MetadataReader reader;
    private final Settings settings;
    private final Progress progress;
    private final InstantSource clock;

    public DeviceScan(
            PhotoServer photos,
            DeviceShelves shelves,
            MetadataReader reader,
            Settings settings,
            Progress progress,
            InstantSource clock) {
        this.photos = photos;
        this.shelves = shelves;
        this.reader = reader;
        this.settings = settings;
        this.progress = progress;
        this.clock = clock;
    }

    /**
     * Scans.
     *
     * @param listener hears of what could not be looked at; then nothing counts as gone
     * @throws app.heirloom.library.error.HeirloomException INVALID when the device is not in its root, or the account is
     *     another's; and what the server fails with. What was found out by then is kept.
     */
    public Summary run(Consumer<Complaint> listener) {
        Device device = shelves.device();
        photos.account().require(NEEDED);
        device.requireBoundTo(photos.account());
        RootMark.require(device);
        long scan = shelves.transactions().write(() -> shelves.devices().beginScan(clock.instant()));
        try (var crew = new Crew(settings.threads())) {
            return new Run(device, scan, crew, listener).go();
        }
    }

    /** One scan. */
    private final class Run {
        private final Device device;
        private final long scan;
        private final Crew crew;
        private final Consumer<Complaint> listener;
        private final FamiliarFiles familiar;
        private final Optional<ServerInquiry> inquiry;
        private final Survey survey;
        private final FileContent content;
        private final Pages pages = new Pages(shelves.transactions());
        private final AtomicLong found = new AtomicLong();
        private final AtomicLong hashed = new AtomicLong();
        private final AtomicLong unreadable = new AtomicLong();
        private Imputation.Tally imputed = new Imputation.Tally(0, 0, 0);

        Run(Device device, long scan, Crew crew, Consumer<Complaint> listener) {
            this.device = device;
            this.scan = scan;
            this.crew = crew;
            this.listener = listener;
            this.familiar = FamiliarFiles.of(device, shelves);
            this.inquiry = photos.matching().map(server -> new ServerInquiry(server, shelves, scan, settings.fast()));
            this.survey = new Survey(device, shelves, reader, scan);
            this.content = new FileContent(device.root().folder());
        }

        Summary go() {
            if (inquiry.isEmpty()) {
                during(
                        "Listing the server",
                        "assets",
                        () -> new ServerListing(photos, shelves)
                                .run(scan, device.binding().user(), progress::advance));
            }
            during("Looking", FILES, this::look);
            if (settings.fast()) {
                during("Comparing", FILES, this::impute);
            } else {
                during("Hashing", FILES, this::hashAll);
            }
            inquiry.ifPresent(server -> during("Asking the server", FILES, server::conclude));
            return conclude();
        }

        private void during(String stage, String unit, Runnable work) {
            progress.during(stage, unit, OptionalLong.empty(), work);
        }

        private synchronized void complain(Complaint complaint) {
            unreadable.incrementAndGet();
            listener.accept(complaint);
        }

        private void look() {
            survey.run(
                    crew,
                    files -> {
                        inquiry.ifPresent(server -> server.askAbout(files));
                        found.addAndGet(files.size());
                        progress.advance(files.size());
                    },
                    this::complain);
            inquiry.ifPresent(ServerInquiry::finish);
            shelves.transactions().run(shelves.files()::pairMotion);
        }

        private void impute() {
            imputed = new Imputation(shelves, scan, crew, this::hash).run(clock);
            crew.finish();
            progress.advance(imputed.imputed());
        }

        private void hashAll() {
            pages.forEach(
                    PORTION,
                    (after, limit) -> shelves.files().listUnidentified(after, limit),
                    DeviceFile::path,
                    this::hash);
            crew.finish();
        }

        private void hash(List<DeviceFile> files) {
            for (int start = 0; start < files.size(); start += HASHED_AT_ONCE) {
                List<DeviceFile> few = files.subList(start, Math.min(start + HASHED_AT_ONCE, files.size()));
                crew.begin(() -> read(few));
            }
        }

        private void read(List<DeviceFile> files) {
            List<FileContent.Reading> readings =
                    files.stream().map(content::read).toList();
            List<Identification> identifications = FileContent.identify(readings);
            Instant now = clock.instant();
            shelves.transactions().run(() -> {
                shelves.files().identify(identifications);
                identifications.stream()
                        .map(Identification::file)
                        .filter(file -> file.stamp().isTooFresh(now))
                        .forEach(shelves.files()::distrust);
            });
            hashed.addAndGet(identifications.size());
            readings.forEach(this::tell);
            inquiry.ifPresent(server -> server.askForContents(identifications.stream()
                    .map(known -> known.identity().checksum())
                    .toList()));
            progress.advance(files.size());
        }

        private void tell(FileContent.Reading reading) {
            String path = reading.file().path();
            switch (reading) {
                case FileContent.Reading.Read read -> {}
                case FileContent.Reading.Changed changed ->
                    complain(new Complaint(path, "it is just being changed; the next scan looks again"));
                case FileContent.Reading.Unreadable failed -> complain(new Complaint(path, failed.reason()));
            }
        }

        private Summary conclude() {
            if (!familiar.areIn(device.root().folder())) {
                complain(new Complaint(
                        device.root().folder().toString(),
                        "most of what was here is missing: is the right device mounted? If it is, forget it and add it"
                                + " with its mark"));
            }
            boolean isComplete = unreadable.get() == 0;
            var counts =
                    new ScanRecord.Counts(imputed.imputed(), hashed.get(), imputed.ambiguous(), imputed.fallback());
            var excluded = isComplete ? excluded() : List.<String>of();
            return shelves.transactions().write(() -> {
                Instant now = clock.instant();
                shelves.files().noteAssets(scan);
                shelves.files().removeUnseen(scan, excluded);
                long gone = isComplete ? shelves.files().markGone(scan, now) : 0;
                shelves.files().settleTrashed();
                var ended = new ScanRecord(scan, now, isComplete, found.get(), counts);
                shelves.devices().endScan(ended);
                return new Summary(ended, gone, unreadable.get());
            });
        }

        /** What would not be looked at any more did not go away. */
        private List<String> excluded() {
            var walk = new DeviceWalk(device);
            List<String> excluded = new ArrayList<>();
            pages.forEach(
                    PORTION,
                    (after, limit) -> shelves.files().listUnseen(scan, after, limit),
                    path -> path,
                    page -> page.stream().filter(path -> !walk.takes(path)).forEach(excluded::add));
            return excluded;
        }
    }
}
