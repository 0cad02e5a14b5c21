package app.heirloom.cli.device;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.ContentMatch;
import app.heirloom.library.remote.PhotoServer;
import app.heirloom.library.remote.asset.RemoteUpload;
import app.heirloom.testkit.device.DeviceLife;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * A phone that was backed up and then lived on: names that come again every year, bursts within a second, live photos,
 * edits, photos encoded anew, photos whose time zone was corrected, copies, and a new installation that lost the times of
 * files; meanwhile somebody uploaded photos by a browser that came in another encoding. Of each hundred photos the same
 * things happen to the same ones.
 */
final class Phone {
    private static final int HUNDRED = 100;
    private static final int YEARS = 4;
    private static final Instant REINSTALLED = Instant.parse("2025-06-01T00:00:00Z");

    private final Path root;
    private final Camera camera;
    private final int size;

    /** What happens to so many of a hundred. */
    enum Fate {
        /** Its date is only the file's, which the new installation loses. */
        UNDATED(3),
        SCREENSHOT(2),
        LIVE(5),
        TAKEN_AFTERWARDS(2),
        UPLOADED_TWICE(3),
        EDITED(3),
        ENCODED_ANEW(2),
        RENAMED(2),
        MOVED_TO_ANOTHER_ZONE(2),
        COPIED(2),
        TRASHED_THERE(2),
        DELETED_HERE(2),
        BURST(10),
        PLAIN(60);

        private final int percent;

        Fate(int percent) {
            this.percent = percent;
        }

        static Fate of(int number) {
            int left = number % HUNDRED;
            for (Fate fate : values()) {
                left -= fate.percent;
                if (left < 0) {
                    return fate;
                }
            }
            throw new AssertionError("these are hundred");
        }
    }

    /** Of a size that hundred divides. */
    Phone(Path root, Camera camera, int size) {
        this.root = root;
        this.camera = camera;
        this.size = size;
    }

    long count(Fate... fates) {
        long count = 0;
        for (Fate fate : fates) {
            count += (long) size / HUNDRED * fate.percent;
        }
        return count;
    }

    /** As it was when it was backed up. */
    void fill() throws IOException {
        for (int number = 0; number < size; number++) {
            if (Fate.of(number) != Fate.TAKEN_AFTERWARDS) {
                take(number);
            }
        }
    }

    private void take(int number) throws IOException {
        Path file = path(number);
        LocalDateTime time = time(number);
        switch (Fate.of(number)) {
            case UNDATED, SCREENSHOT -> write(file, camera.screenshot(number), time);
            case LIVE -> {
                write(file, camera.still(number, time), time);
                write(file.resolveSibling(name(number) + ".MOV"), camera.motion(number), time);
            }
            default -> write(file, camera.photo(number, time, number % 2 == 0 ? "+02:00" : ""), time);
        }
    }

    /** What happened since the backup. */
    void liveOn(PhotoServer photos) throws IOException {
        for (int number = 0; number < size; number++) {
            Path file = path(number);
            LocalDateTime time = time(number);
            switch (Fate.of(number)) {
                case TAKEN_AFTERWARDS -> take(number);
                case UPLOADED_TWICE -> uploadByBrowser(photos, file);
                case EDITED -> change(file, "edited");
                case ENCODED_ANEW -> change(file, "encoded anew");
                case RENAMED -> {
                    change(file, "encoded anew");
                    Files.move(file, file.resolveSibling(name(number) + ".jpeg"));
                }
                case MOVED_TO_ANOTHER_ZONE -> write(file, camera.photo(number, time, "+09:00"), time);
                case COPIED ->
                    Files.copy(
                            file,
                            Files.createDirectories(root.resolve("Download/" + time.getYear()))
                                    .resolve(file.getFileName()),
                            StandardCopyOption.COPY_ATTRIBUTES);
                case TRASHED_THERE -> photos.trash().put(List.of(assetOf(photos, file)));
                case DELETED_HERE -> Files.delete(file);
                case UNDATED -> Files.setLastModifiedTime(file, FileTime.from(REINSTALLED));
                case SCREENSHOT, LIVE, BURST, PLAIN -> {}
            }
        }
    }

    private static void change(Path file, String how) throws IOException {
        Files.write(file, Camera.changed(Files.readAllBytes(file), how));
        Files.setLastModifiedTime(file, FileTime.from(REINSTALLED));
    }

    private void uploadByBrowser(PhotoServer photos, Path file) throws IOException {
        Path elsewhere = root.resolveSibling("by browser");
        Files.write(elsewhere, Camera.changed(Files.readAllBytes(file), "by a browser"));
        String name = file.getFileName().toString();
        photos.originals()
                .upload(new RemoteUpload(
                        RemoteUpload.Content.of(elsewhere), name, REINSTALLED, REINSTALLED, RemoteUpload.Wish.PLAIN));
    }

    private static AssetId assetOf(PhotoServer photos, Path file) throws IOException {
        List<ContentMatch> found = photos.originals().listByChecksum(List.of(DeviceLife.checksumOf(file)));
        return found.getFirst().asset();
    }

    /** Everything on it. */
    List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        try (var all = Files.walk(root)) {
            all.filter(file -> Files.isRegularFile(file)
                            && !file.getFileName().toString().startsWith("."))
                    .forEach(files::add);
        }
        return files;
    }

    private static void write(Path file, byte[] content, LocalDateTime time) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        Files.setLastModifiedTime(file, FileTime.from(time.toInstant(ZoneOffset.UTC)));
    }

    private Path path(int number) {
        Fate fate = Fate.of(number);
        String extension = fate == Fate.SCREENSHOT || fate == Fate.UNDATED ? ".PNG" : ".JPG";
        return root.resolve("DCIM/" + time(number).getYear()).resolve(name(number) + extension);
    }

    /** The counter begins anew every year. */
    private String name(int number) {
        return "IMG_%04d".formatted(number % (size / YEARS));
    }

    private LocalDateTime time(int number) {
        int year = 2020 + number / (size / YEARS);
        int shot = number % (size / YEARS);
        int burst = Fate.of(number) == Fate.BURST ? shot - shot % 5 : shot;
        return LocalDateTime.of(year, 1, 2, 0, 0).plusSeconds(burst * 977L);
    }
}
