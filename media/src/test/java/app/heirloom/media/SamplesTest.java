package app.heirloom.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.metadata.MediaMetadata;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Photos and videos of real devices, where they are at hand. */
class SamplesTest {
    private static final String PLACE =
            System.getProperty("heirloom.testdata", System.getenv().getOrDefault("HEIRLOOM_TESTDATA", ""));

    private final Path samples;

    @AutoClose
    private final TestMedia media;

    SamplesTest(@TempDir Path folder) {
        samples = Path.of(PLACE).resolve("library");
        assumeTrue(
                !PLACE.isEmpty() && Files.isDirectory(samples),
                "no sample photos: set HEIRLOOM_TESTDATA to their folder to test with them");
        media = new TestMedia(folder);
    }

    @Test
    void rendersEverySample() throws Exception {
        List<String> failures = new ArrayList<>();
        try (Stream<Path> files = Files.walk(samples)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                try {
                    assertThat(media.render(file).dimensions().pixels()).isPositive();
                } catch (HeirloomException e) {
                    failures.add(file.getFileName() + ": " + e.getMessage());
                }
            }
        }
        assertThat(failures).isEmpty();
    }

    @Test
    void pairsLivePhotos() {
        for (String name : List.of("IMG_3853", "apple")) {
            MediaMetadata still = media.read(samples.resolve("live/" + name + ".HEIC"));
            MediaMetadata video = media.read(samples.resolve("live/" + name + ".MOV"));

            assertThat(still.contentIdentifier()).isNotNull().isEqualTo(video.contentIdentifier());
        }
    }

    @Test
    void stitchesTilesAndTurnsThem() {
        Path photo = samples.resolve("live/apple.HEIC");

        assertThat(media.read(photo).exif().frame().orientation()).isEqualTo(6);
        assertThat(media.render(photo).dimensions()).isEqualTo(new Dimensions(4284, 5712));
    }

    @Test
    void keepsDisplayP3() throws Exception {
        media.render(samples.resolve("live/apple.HEIC"));

        byte[] name = "Display P3".getBytes(StandardCharsets.UTF_16BE);
        assertThat(Files.readAllBytes(media.preview())).containsSequence(name);
        assertThat(Files.readAllBytes(media.thumbnail())).containsSequence(name);
    }

    @Test
    void findsTheClipOfASamsung() {
        assertThat(media.read(samples.resolve("live/samsung.heic")).motionClip())
                .isNotNull();
    }
}
