package app.heirloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.cli.remote.RunningHeirloom;
import app.heirloom.cli.terminal.ExitCode;
import app.heirloom.immich.client.ImmichPhotoServer;
import app.heirloom.immich.client.transport.ApiSecret;
import app.heirloom.immich.client.transport.ClientConfig;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.remote.asset.RemoteUpload;
import app.heirloom.testkit.TinyExif;
import app.heirloom.testkit.TinyPhotos;
import app.heirloom.tools.duplicates.AnalysisFile;
import app.heirloom.tools.duplicates.AnalyzedGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as iPhones write them, on a real Heirloom. */
class LetterboxTest {
    private static final Instant COPIED = Instant.parse("2024-07-01T00:00:00Z");
    private static final String NOON = "2024:05:01 12:00:00";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    @Test
    void theWholePhotoIsKept() throws IOException {
        try (var heirloom = RunningHeirloom.start(folder.resolve("data"))) {
            String key = heirloom.newKey("all");
            List<AssetId> ids = new ArrayList<>();
            try (var photos = ImmichPhotoServer.connect(ClientConfig.of(heirloom.url(), ApiSecret.of(key)))) {
                ids.add(upload(photos, "cut.jpg", shot("Apple", "iPhone 15", NOON, 320, 180)));
                ids.add(upload(photos, "whole.jpg", shot("Apple", "iPhone 15", NOON, 320, 240)));
                ids.add(upload(photos, "later.jpg", shot("Apple", "iPhone 15", "2024:05:01 12:00:01", 640, 360)));
                ids.add(upload(photos, "other.jpg", shot("Canon", "EOS R5", NOON, 640, 480)));
                awaitDimensions(photos, ids);
            }
            Path pairs = folder.resolve("pairs.json");
            Map<String, String> environment = Map.of(
                    "IMMICH_URL", heirloom.url(),
                    "IMMICH_API_KEY", key,
                    "HEIRLOOM_SERVER_FILE", folder.resolve("none.conf").toString());
            assertThat(run(environment, "analyze", "-o", pairs)).isEqualTo(ExitCode.DONE);
            List<AnalyzedGroup> found = new ArrayList<>();
            AnalysisFile.open(pairs).forEach(found::add);
            assertThat(found).singleElement().satisfies(pair -> {
                assertThat(pair.keeper().file().name()).isEqualTo("whole.jpg");
                assertThat(pair.losers().getFirst().file().name()).isEqualTo("cut.jpg");
            });
            Path backup = folder.resolve("backup");
            assertThat(run(environment, "verify", pairs)).isEqualTo(ExitCode.INCOMPLETE);
            assertThat(run(environment, "execute", "-i", pairs, "-b", backup, "--yes"))
                    .isEqualTo(ExitCode.DONE);
            assertThat(run(environment, "verify", pairs)).isEqualTo(ExitCode.DONE);
            assertThat(CliMain.run(new String[] {"dupes", "restore", "-b", backup.toString()}, environment))
                    .isEqualTo(ExitCode.DONE);
            assertThat(run(environment, "verify", pairs)).isEqualTo(ExitCode.INCOMPLETE);
        }
    }

    private static int run(Map<String, String> environment, Object... arguments) {
        return CliMain.run(
                Stream.concat(Stream.of("dupes", "letterbox"), Stream.of(arguments))
                        .map(Object::toString)
                        .toArray(String[]::new),
                environment);
    }

    private static byte[] shot(String make, String model, String taken, int width, int height) {
        return TinyPhotos.withExif(
                TinyPhotos.jpeg(width, height),
                new TinyExif().camera(make, model).taken(taken));
    }

    private AssetId upload(ImmichPhotoServer photos, String name, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("upload"), content);
        return photos.originals()
                .upload(new RemoteUpload(RemoteUpload.Content.of(file), name, COPIED, COPIED, RemoteUpload.Wish.PLAIN))
                .id();
    }

    private static void awaitDimensions(ImmichPhotoServer photos, List<AssetId> ids) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (ids.stream()
                .anyMatch(id -> photos.assets().get(id).asset().original().dimensions() == null
                        || photos.assets().get(id).asset().exif().camera().model() == null)) {
            assertThat(System.nanoTime()).as("patience").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
