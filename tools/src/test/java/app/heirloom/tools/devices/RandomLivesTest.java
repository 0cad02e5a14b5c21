package app.heirloom.tools.devices;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.device.Rails.Strictness;
import app.heirloom.library.device.RunId;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.remote.RemoteAsset;
import app.heirloom.library.remote.RemoteFilter;
import app.heirloom.tools.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Devices to which anything happens, with few names, seconds and sizes, so that keys collide all the time. Whatever
 * happens, what is on the device is not sent to the trash, and what was sent there comes back.
 */
class RandomLivesTest {
    private static final int ROUNDS = 25;
    private static final int DEEDS = 12;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void nothingThatIsOnTheDeviceIsTrashedAndEverythingComesBack(long seed) throws IOException {
        try (var device = new DeviceFixture(folder)) {
            device.add();
            device.allowEverything(Strictness.AUTONOMOUS);
            var life = new Life(device, new Random(seed));
            for (int round = 0; round < ROUNDS; round++) {
                life.live();
                life.reconcile("seed " + seed + ", round " + round);
            }
            device.scan(false);
            life.apply("seed " + seed + ", at the end");
            assertThat(life.runs).as("something happened").isNotEmpty();
            life.restoreAll();
        }
    }

    private static final class Life {
        private static final List<String> FOLDERS = List.of("", "DCIM/", "Download/");
        private static final int NAMES = 6;
        private static final int NANOS = 1_000_000_000;
        private static final int CONTENTS = 1_000;

        private final DeviceFixture device;
        private final Random random;
        private final List<RunId> runs = new ArrayList<>();
        private final Set<AssetId> trashedByRuns = new HashSet<>();
        private final Set<AssetId> everThere = new HashSet<>();

        Life(DeviceFixture device, Random random) {
            this.device = device;
            this.random = random;
        }

        void live() throws IOException {
            for (int deed = 0; deed < DEEDS; deed++) {
                act();
            }
        }

        private void act() throws IOException {
            List<Path> files = files();
            if (files.isEmpty() || random.nextInt(4) == 0) {
                device.write(path(), content(), second());
                return;
            }
            Path file = files.get(random.nextInt(files.size()));
            Path other = device.root.resolve(path());
            switch (random.nextInt(8)) {
                case 0, 1 -> Files.delete(file);
                case 2 -> device.write(device.root.relativize(file).toString(), content(), second());
                case 3 -> move(file, other);
                case 4 -> copy(file, other);
                case 5, 6 -> everThere.add(device.upload(file, String.valueOf(file.getFileName())));
                default -> atTheServer();
            }
        }

        private void atTheServer() throws IOException {
            if (random.nextBoolean()) {
                everThere.add(device.uploaded("IMG_" + random.nextInt(NAMES) + ".jpg", content()));
                return;
            }
            List<RemoteAsset> assets = new ArrayList<>();
            device.photos.assets().forEach(RemoteFilter.ALL.withTrashed(), assets::add);
            if (!assets.isEmpty()) {
                RemoteAsset asset = assets.get(random.nextInt(assets.size()));
                if (asset.state().trashed()) {
                    device.photos.trash().restore(List.of(asset.id()));
                } else {
                    device.photos.trash().put(List.of(asset.id()));
                }
            }
        }

        void reconcile(String when) throws IOException {
            device.now = device.now.plusSeconds(600);
            switch (random.nextInt(6)) {
                case 0 -> scanUnmounted();
                case 1 -> scanPartly();
                default -> device.scan(random.nextBoolean());
            }
            apply(when);
        }

        void apply(String when) throws IOException {
            Set<AssetId> before = trashed();
            DeletionRun.Summary run;
            try {
                run = device.apply(device.photos, OptionalLong.empty());
            } catch (HeirloomException e) {
                assertThat(e).as(when).hasMessageFindingMatch("could not look at everything|No scan has seen all");
                return;
            }
            Set<AssetId> fresh = trashed();
            fresh.removeAll(before);
            assertThat(run.trashed()).as(when).isEqualTo(fresh.size());
            Set<Checksum> onDevice = contents();
            for (AssetId asset : fresh) {
                assertThat(onDevice)
                        .as(when)
                        .doesNotContain(DeviceFixture.checksumOf(
                                new String(device.photos.bytesOf(asset), StandardCharsets.UTF_8)));
            }
            assertThat(everThere)
                    .as(when)
                    .allSatisfy(asset -> assertThat(device.photos.find(asset)).isPresent());
            if (run.trashed() > 0) {
                runs.add(run.run());
                trashedByRuns.addAll(fresh);
            }
        }

        private void scanUnmounted() throws IOException {
            Path away = Files.move(device.root, device.root.resolveSibling("away"));
            Files.createDirectory(device.root);
            try {
                device.scan(true);
                throw new AssertionError("an empty mount point is no device");
            } catch (HeirloomException e) {
                assertThat(e).hasMessageContaining("mounted?");
            } finally {
                Files.delete(device.root);
                Files.move(away, device.root);
            }
        }

        private void scanPartly() throws IOException {
            Path broken = Files.createSymbolicLink(device.root.resolve("broken.jpg"), device.root.resolve("nowhere"));
            assertThat(device.scan(true).gone()).isZero();
            Files.delete(broken);
        }

        void restoreAll() {
            runs.forEach(run -> device.restoration().restore(run));
            assertThat(trashedByRuns).noneMatch(device::isTrashed);
            device.scan(false);
            var run = new DeletionRun(device.photos, device.shelves, Progress.NONE, () -> device.now)
                    .run(device.plan(), OptionalLong.empty());
            assertThat(run.trashed()).as("and nothing goes again").isZero();
        }

        private Set<AssetId> trashed() {
            Set<AssetId> trashed = new HashSet<>();
            device.photos.assets().forEach(RemoteFilter.ALL.withTrashed(), asset -> {
                if (asset.state().trashed()) {
                    trashed.add(asset.id());
                }
            });
            return trashed;
        }

        private Set<Checksum> contents() throws IOException {
            Set<Checksum> contents = new HashSet<>();
            for (Path file : files()) {
                contents.add(DeviceFixture.checksumOf(Files.readString(file)));
            }
            return contents;
        }

        private List<Path> files() throws IOException {
            try (Stream<Path> paths = Files.walk(device.root)) {
                return paths.filter(path -> path.toString().endsWith(".jpg"))
                        .sorted()
                        .toList();
            }
        }

        private static void move(Path from, Path to) throws IOException {
            if (!from.equals(to)) {
                Files.createDirectories(to.getParent());
                Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
            }
        }

        private static void copy(Path from, Path to) throws IOException {
            if (!from.equals(to)) {
                Files.createDirectories(to.getParent());
                Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }

        private String path() {
            return FOLDERS.get(random.nextInt(FOLDERS.size())) + "IMG_" + random.nextInt(NAMES) + ".jpg";
        }

        /** All of one size, which thus tells nothing. */
        private String content() {
            return "content %04d".formatted(random.nextInt(CONTENTS));
        }

        private Instant second() {
            return DeviceFixture.TAKEN.plusSeconds(random.nextInt(2)).plusNanos(random.nextInt(NANOS));
        }
    }
}
