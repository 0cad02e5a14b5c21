package app.heirloom.tools.devices;

import app.heirloom.library.device.Device;
import app.heirloom.library.device.DeviceFile;
import app.heirloom.library.device.DeviceFile.Identity;
import app.heirloom.library.device.Provenance;
import app.heirloom.tools.Progress;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads files whose checksum is known, and corrects those that are wrong. */
public final class ChecksumVerification {
    private static final int PORTION = 100;

    private final DeviceShelves shelves;
    private final Settings settings;
    private final Progress progress;
    private final Pause pause;

    /**
     * Which files, and how fast.
     *
     * @param imputedOnly whether only checksums that nobody read
     * @param sample so many by chance; empty for all
     * @param perMinute so many at most; empty for as many as possible
     * @param threads files that are read at once
     */
    public record Settings(boolean imputedOnly, OptionalInt sample, OptionalInt perMinute, int threads) {}

    /** Waits. */
    public interface Pause {
        void of(Duration duration) throws InterruptedException;
    }

    /**
     * What it came to.
     *
     * @param skipped files that changed since the last scan, or cannot be read
     */
    public record Summary(long verified, long mismatched, long skipped) {}

    public ChecksumVerification(DeviceShelves shelves, Settings settings, Progress progress, Pause pause) {
        this.shelves = shelves;
        this.settings = settings;
        this.progress = progress;
        this.pause = pause;
    }

    /** The listener hears of mismatches and of what cannot be read. */
    public Summary run(Consumer<Complaint> listener) {
        Device device = shelves.device();
        RootMark.require(device);
        var run = new Run(new FileContent(device.root().folder()), listener);
        progress.during("Verifying", "files", OptionalLong.empty(), () -> {
            try (var crew = new Crew(settings.threads())) {
                if (settings.sample().isPresent()) {
                    int count = settings.sample().getAsInt();
                    run.verify(shelves.transactions().read(() -> shelves.files().sample(provenance(), count)), crew);
                } else {
                    int portion = settings.perMinute().isEmpty()
                            ? PORTION
                            : Math.min(PORTION, settings.perMinute().getAsInt());
                    new Pages(shelves.transactions())
                            .forEach(
                                    portion,
                                    (after, limit) -> shelves.files().listIdentified(provenance(), after, limit),
                                    DeviceFile::path,
                                    page -> run.verify(page, crew));
                }
            }
        });
        return new Summary(run.verified, run.mismatched, run.skipped);
    }

    private @Nullable Provenance provenance() {
        return settings.imputedOnly() ? Provenance.IMPUTED : null;
    }

    private final class Run {
        private final FileContent content;
        private final Consumer<Complaint> listener;
        private long verified;
        private long mismatched;
        private long skipped;

        Run(FileContent content, Consumer<Complaint> listener) {
            this.content = content;
            this.listener = listener;
        }

        void verify(List<DeviceFile> files, Crew crew) {
            List<FileContent.Reading> readings = crew.map(files, content::read);
            shelves.transactions().run(() -> shelves.files().identify(FileContent.identify(readings)));
            readings.forEach(this::hear);
            progress.advance(files.size());
            waitAfter(files.size());
        }

        private void hear(FileContent.Reading reading) {
            String path = reading.file().path();
            switch (reading) {
                case FileContent.Reading.Read read -> compare(read);
                case FileContent.Reading.Changed changed -> {
                    skipped++;
                    listener.accept(new Complaint(path, "it changed since the last scan"));
                }
                case FileContent.Reading.Unreadable failed -> {
                    skipped++;
                    listener.accept(new Complaint(path, failed.reason()));
                }
            }
        }

        private void compare(FileContent.Reading.Read read) {
            Identity known = read.file().identity();
            if (known != null && known.checksum().equals(read.checksum())) {
                verified++;
            } else {
                mismatched++;
                listener.accept(new Complaint(read.file().path(), "its checksum was wrong, and is corrected"));
            }
        }

        private void waitAfter(int files) {
            if (settings.perMinute().isEmpty()) {
                return;
            }
            try {
                pause.of(
                        Duration.ofMinutes(files).dividedBy(settings.perMinute().getAsInt()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
