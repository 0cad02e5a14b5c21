package app.heirloom.cli.device;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.cli.device.Phone.Fate;
import app.heirloom.cli.remote.RunningHeirloom;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.device.DeviceFile;
import app.heirloom.library.device.DeviceFile.Identity;
import app.heirloom.library.device.ScanRecord;
import app.heirloom.library.remote.asset.RemoteFilter;
import app.heirloom.testkit.device.DeviceLife;
import app.heirloom.testkit.device.PhotoSupply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A whole phone beside a real server: how much the fast look takes over and that all of it is right, and then months in
 * which anything happens. {@code -Dheirloom.full} makes it 5,000 photos and 50 rounds, {@code -Dheirloom.seed=N} others.
 */
class PhoneLifeTest {
    private static final boolean FULL = Boolean.getBoolean("heirloom.full");
    private static final int PHOTOS = FULL ? 5_000 : 200;
    private static final int ROUNDS = FULL ? 50 : 5;
    private static final int DEEDS = 10;

    @TempDir
    private Path folder;

    @Test
    void whatIsTakenOverIsRightAndNothingIsLostWhateverHappens() throws Exception {
        Path root = Files.createDirectory(folder.resolve("phone")).toRealPath();
        var camera = new Camera(folder);
        var phone = new Phone(root, camera, PHOTOS);
        try (var heirloom = RunningHeirloom.start(folder.resolve("data"))) {
            heirloom.leaveUndone("thumbnailGeneration");
            backUp(heirloom, phone, root);
            try (var device = RealDevice.add(heirloom, folder.resolve("afterwards.db"), root)) {
                phone.liveOn(device.photos);
                heirloom.awaitIdle();
                look(device, phone, root);
                var random = new Random(Long.getLong("heirloom.seed", 1));
                var life = new DeviceLife(root, device.photos, device, new Everyday(camera, random), random);
                for (int round = 0; round < ROUNDS; round++) {
                    life.live(DEEDS);
                    life.reconcile("round " + round);
                }
                life.restoreAll("at the end");
            }
        }
    }

    private void backUp(RunningHeirloom heirloom, Phone phone, Path root) throws IOException {
        phone.fill();
        try (var device = RealDevice.add(heirloom, folder.resolve("before.db"), root)) {
            device.look(false);
            device.upload();
        }
        heirloom.awaitIdle();
        Files.delete(root.resolve(".heirloom-device"));
    }

    private static void look(RealDevice device, Phone phone, Path root) throws IOException {
        ScanRecord.Counts counts = device.look(true).counts();
        long copies = phone.count(Fate.COPIED);
        assertThat(counts.imputed()).isEqualTo(phone.count(Fate.PLAIN, Fate.BURST, Fate.LIVE, Fate.SCREENSHOT));
        assertThat(counts.ambiguous()).isEqualTo(phone.count(Fate.UPLOADED_TWICE) + 2 * copies);
        Map<Path, Checksum> contents = contents(phone);
        assertThat(counts.imputed() + counts.hashed()).isEqualTo(contents.size() - phone.count(Fate.LIVE));
        List<DeviceFile> known = device.shelves
                .transactions()
                .read(() -> device.shelves.files().listIdentified(null, "", Integer.MAX_VALUE));
        assertThat(known)
                .allSatisfy(file -> assertThat(file.identity())
                        .extracting(Identity::checksum)
                        .as(file.path())
                        .isEqualTo(contents.get(root.resolve(file.path()))));

        Set<Checksum> there = new HashSet<>();
        device.photos
                .assets()
                .forEach(RemoteFilter.ALL, asset -> there.add(asset.original().checksum()));
        assertThat(device.shelves
                        .transactions()
                        .read(device.shelves.files()::counts)
                        .there())
                .isEqualTo(known.stream()
                        .filter(file -> there.contains(contents.get(root.resolve(file.path()))))
                        .count());
    }

    private static Map<Path, Checksum> contents(Phone phone) throws IOException {
        Map<Path, Checksum> contents = new HashMap<>();
        for (Path file : phone.files()) {
            contents.put(file, DeviceLife.checksumOf(file));
        }
        return contents;
    }

    /** What comes to a phone: new photos under new names and old ones. */
    private static final class Everyday implements PhotoSupply {
        private static final List<String> OFFSETS = List.of("", "+01:00", "-07:00");
        private static final LocalDateTime MONDAY = LocalDateTime.of(2023, 3, 6, 9, 0);

        private final Camera camera;
        private final Random random;
        private int number = PHOTOS;

        Everyday(Camera camera, Random random) {
            this.camera = camera;
            this.random = random;
        }

        @Override
        public String path() {
            return "DCIM/%d/IMG_%04d.JPG".formatted(2020 + random.nextInt(4), random.nextInt(PHOTOS / 4 + 20));
        }

        @Override
        public byte[] content() {
            LocalDateTime time = MONDAY.plusSeconds(random.nextInt(5));
            return camera.photo(++number, time, OFFSETS.get(random.nextInt(OFFSETS.size())));
        }

        @Override
        public byte[] edit(byte[] content) {
            return Camera.changed(content, "edited " + ++number);
        }

        @Override
        public Instant modified() {
            return Instant.parse("2024-01-01T00:00:00Z").plusSeconds(random.nextInt(100_000));
        }
    }
}
