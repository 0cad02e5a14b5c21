package app.heirloom.tools.devices;

import app.heirloom.library.device.Rails.Strictness;
import app.heirloom.library.remote.RemoteServer.Kind;
import app.heirloom.testkit.device.DeviceLife;
import app.heirloom.testkit.device.PhotoSupply;
import app.heirloom.testkit.device.Reconciler;
import app.heirloom.tools.Progress;
import app.heirloom.tools.devices.deletion.DeletionRun;
import app.heirloom.tools.devices.deletion.RunRestoration;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Devices with few names, seconds and contents of one size, so that keys collide all the time and guesses are wrong. */
class RandomLivesTest {
    private static final int ROUNDS = 25;
    private static final int DEEDS = 12;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"1, IMMICH", "2, HEIRLOOM", "3, IMMICH", "4, HEIRLOOM", "5, IMMICH", "6, HEIRLOOM"})
    void nothingThatIsOnTheDeviceIsTrashedAndEverythingComesBack(long seed, Kind kind) throws IOException {
        try (var device = new DeviceFixture(folder).on(kind)) {
            device.add();
            device.allowEverything(Strictness.AUTONOMOUS);
            var random = new Random(seed);
            var life = new DeviceLife(device.root, device.photos, reconciler(device), new Confusing(random), random);
            for (int round = 0; round < ROUNDS; round++) {
                life.live(DEEDS);
                life.reconcile("seed " + seed + ", round " + round);
            }
            life.restoreAll("seed " + seed + ", at the end");
        }
    }

    private static Reconciler reconciler(DeviceFixture device) {
        return new Reconciler() {
            @Override
            public long scan(boolean fast) {
                device.now = device.now.plusSeconds(600);
                return device.scan(fast).gone();
            }

            @Override
            public Run apply() {
                DeletionRun.Summary run = device.apply();
                return new Run(run.run().toString(), run.trashed());
            }

            @Override
            public void restore(String run) {
                RunRestoration restoration = device.restoration();
                restoration.restore(restoration.find(run));
            }

            @Override
            public void upload() {
                new DeviceUpload(device.photos, device.shelves, new DeviceUpload.Settings(false, 2), Progress.NONE)
                        .run(device.complaints::add);
            }
        };
    }

    private record Confusing(Random random) implements PhotoSupply {
        private static final List<String> FOLDERS = List.of("", "DCIM/", "Download/");
        private static final int NAMES = 6;
        private static final int CONTENTS = 1_000;
        private static final int NANOS = 1_000_000_000;

        @Override
        public String path() {
            return FOLDERS.get(random.nextInt(FOLDERS.size())) + "IMG_" + random.nextInt(NAMES) + ".jpg";
        }

        @Override
        public byte[] content() {
            return "content %04d".formatted(random.nextInt(CONTENTS)).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public byte[] edit(byte[] content) {
            return content();
        }

        @Override
        public Instant modified() {
            return DeviceFixture.TAKEN.plusSeconds(random.nextInt(2)).plusNanos(random.nextInt(NANOS));
        }
    }
}
