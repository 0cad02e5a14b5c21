package app.heirloom.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.testkit.TinyPhotos;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Isolated("it looks at the child processes of all")
class HostileFilesTest {
    private final TestMedia media;

    HostileFilesTest(@TempDir Path folder) {
        media = new TestMedia(folder);
    }

    @AfterEach
    void close() {
        media.close();
        assertThat(ProcessHandle.current().children())
                .noneMatch(child -> child.info().command().orElse("").contains("ffmpeg"));
    }

    static Stream<Arguments> foreignContents() {
        return Stream.of(
                Arguments.of("", "an empty file"),
                Arguments.of("Dear diary", "plain text"),
                Arguments.of("<!DOCTYPE html><p>404", "a web page"),
                Arguments.of("{\"a\": 1}", "a JSON document"),
                Arguments.of("PK\3\4....", "a ZIP archive"),
                Arguments.of("%PDF-1.7", "a PDF document"),
                Arguments.of("\0\0\0\0\0\0\0\0\0\0\0\0\0\0", "a file of zeros"),
                Arguments.of("\1\2\3\4\5\6", "data of an unknown kind"));
    }

    @ParameterizedTest
    @MethodSource("foreignContents")
    void saysWhatAFileIsThatIsNoPhoto(String content, String description) throws Exception {
        Path file = media.file("photo.jpg", content.getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> media.read(file))
                .isInstanceOfSatisfying(
                        HeirloomException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNREADABLE_MEDIA))
                .hasMessageContaining(description);
    }

    @Test
    void refusesABombBeforeItIsDecoded() throws Exception {
        Path bomb = media.file("bomb.png", HostilePng.claiming(30_000, 30_000));

        assertThatThrownBy(() -> media.render(bomb)).hasMessageContaining("900 megapixels");
    }

    @Test
    void survivesAPictureThatLiesAboutItsSize() throws Exception {
        Path liar = media.file("liar.png", HostilePng.claiming(10_000, 10_000));

        assertUnreadable(liar);
    }

    @Test
    void showsWhatIsThereOfATruncatedJpeg() throws Exception {
        byte[] jpeg = TinyPhotos.jpeg(640, 480);

        media.render(media.file("photo.jpg", Arrays.copyOf(jpeg, jpeg.length / 2 + 400)));

        assertThat(Corners.of(media.previewPicture())).startsWith("red green");
    }

    @Test
    void refusesAJpegThatEndsBeforeItsPicture() throws Exception {
        Path file = media.file("photo.jpg", Arrays.copyOf(TinyPhotos.jpeg(640, 480), 100));

        assertThat(media.read(file).exif().frame().dimensions()).isNull();
        assertThatThrownBy(() -> media.render(file)).hasMessageContaining("before its picture begins");
    }

    @Test
    void looksForNoClipBeforeTheFileBegins() throws Exception {
        byte[] photo = TinyPhotos.jpeg(64, 48);
        byte[] liar = ByteBuffer.allocate(photo.length + 8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(photo)
                .putInt(1 << 30)
                .put("SEFT".getBytes(StandardCharsets.ISO_8859_1))
                .array();

        assertThat(media.read(media.file("photo.jpg", liar)).motionClip()).isNull();
    }

    @Test
    void stopsADecoderThatTakesTooMuchTime() throws Exception {
        Path photo = media.file("photo.png", HostilePng.black(14_000, 14_000));
        try (TestMedia hasty = new TestMedia(media.folder, TestMedia.limited(Duration.ofMillis(100), 1L << 30))) {
            assertThatThrownBy(() -> hasty.render(photo)).hasMessageContaining("takes longer than the limit");
        }
    }

    @Test
    void stopsADecoderThatTakesTooMuchMemory() throws Exception {
        Path photo = media.file("photo.png", HostilePng.black(14_000, 14_000));
        try (TestMedia poor = new TestMedia(media.folder, TestMedia.limited(Duration.ofSeconds(20), 320L << 20))) {
            assertThatThrownBy(() -> poor.render(photo)).hasMessageContaining("more memory than the limit");
        }
    }

    @Test
    void blamesNoFileForAShutdown() throws Exception {
        Path photo = media.file("photo.png", HostilePng.black(14_000, 14_000));
        TestMedia closing = new TestMedia(media.folder);
        try (var worker = Executors.newSingleThreadExecutor()) {
            var rendering = worker.submit(() -> closing.render(photo));
            while (ProcessHandle.current().children().findAny().isEmpty()) {
                Thread.onSpinWait();
            }
            closing.close();

            assertThatThrownBy(rendering::get).hasCauseInstanceOf(CancellationException.class);
        }
    }

    @Test
    void doesNotFollowOneFileToAnother() throws Exception {
        Path secret = media.file("secret.ts", TinyPhotos.jpeg(64, 48));
        Path playlist =
                media.file("list.mp4", ("#EXTM3U\n#EXTINF:1,\n" + secret + "\n").getBytes(StandardCharsets.UTF_8));

        assertUnreadable(playlist);
    }

    @Test
    void saysWhatToDoWithoutItsProgram() {
        var config = MediaConfig.of(media.folder.resolve("nowhere"));
        String path = System.getenv().getOrDefault("PATH", "");
        Assumptions.assumeTrue(
                Stream.of(path.split(":", -1))
                        .noneMatch(entry -> Path.of(entry, "ffmpeg").toFile().canExecute()),
                "this machine has an ffmpeg of its own");

        assertThatThrownBy(() -> Media.open(config))
                .isInstanceOfSatisfying(
                        HeirloomException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MISSING_PROGRAM))
                .hasMessageContaining("install FFmpeg");
    }

    private void assertUnreadable(Path file) {
        assertThatThrownBy(() -> media.render(file))
                .isInstanceOfSatisfying(
                        HeirloomException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNREADABLE_MEDIA));
    }
}
