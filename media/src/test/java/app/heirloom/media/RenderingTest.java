package app.heirloom.media;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.preview.Rendition;
import app.heirloom.testkit.TinyExif;
import app.heirloom.testkit.TinyPhotos;
import app.heirloom.testkit.TinyRaw;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RenderingTest {
    @AutoClose
    private final TestMedia media;

    RenderingTest(@TempDir Path folder) {
        media = new TestMedia(folder);
    }

    @ParameterizedTest
    @CsvSource({
        "1, red green blue white",
        "2, green red white blue",
        "3, white blue green red",
        "4, blue white red green",
        "5, red blue green white",
        "6, blue red white green",
        "7, white green blue red",
        "8, green white red blue"
    })
    void turnsEveryOrientationUpright(int orientation, String corners) throws Exception {
        byte[] jpeg = TinyPhotos.withExif(TinyPhotos.jpeg(160, 80), new TinyExif().orientation(orientation));

        Rendition rendition = media.render(media.file("photo.jpg", jpeg));

        assertThat(Corners.of(media.previewPicture())).isEqualTo(corners);
        assertThat(rendition.dimensions())
                .isEqualTo(orientation < 5 ? new Dimensions(160, 80) : new Dimensions(80, 160));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "gif", "bmp", "tiff"})
    void rendersWhateverTheNameSays(String format) throws Exception {
        media.render(media.file("photo.xyz", TinyPhotos.encoded(format, 64, 48)));

        assertThat(Corners.of(media.previewPicture())).isEqualTo("red green blue white");
    }

    @ParameterizedTest
    @ValueSource(strings = {"webp", "avif"})
    void rendersWhatFfmpegWrites(String format) throws Exception {
        Path source = media.file("source.png", TinyPhotos.encoded("png", 320, 240));

        media.render(media.made("photo." + format, "-i", source.toString(), "-frames:v", "1"));

        assertThat(Corners.of(media.previewPicture())).isEqualTo("red green blue white");
    }

    @Test
    void rendersTheFirstFrameOfAnAnimatedWebp() throws Exception {
        Path animation = media.made("photo.webp", "-f", "lavfi", "-i", "testsrc2=s=64x48:d=0.5");

        assertThat(media.render(animation).dimensions()).isEqualTo(new Dimensions(64, 48));
        assertThat(media.read(animation).exif().frame().duration()).isNotNull();
    }

    @Test
    void fitsThePreviewIntoItsSizeAndTheThumbnailAroundIts() throws Exception {
        media.render(media.file("photo.jpg", TinyPhotos.jpeg(3000, 2000)));

        assertThat(media.previewPicture().getWidth()).isEqualTo(1440);
        assertThat(media.previewPicture().getHeight()).isEqualTo(960);
        assertThat(media.read(media.thumbnail()).exif().frame().dimensions()).isEqualTo(new Dimensions(375, 250));
    }

    @Test
    void neverEnlarges() throws Exception {
        media.render(media.file("photo.jpg", TinyPhotos.jpeg(100, 60)));

        assertThat(media.previewPicture().getWidth()).isEqualTo(100);
        assertThat(media.read(media.thumbnail()).exif().frame().dimensions()).isEqualTo(new Dimensions(100, 60));
    }

    @Test
    void makesTheThumbnailOfAPanoramaFromTheWholePicture() throws Exception {
        media.render(media.file("photo.jpg", TinyPhotos.jpeg(6000, 600)));

        assertThat(media.previewPicture().getHeight()).isEqualTo(144);
        assertThat(media.read(media.thumbnail()).exif().frame().dimensions()).isEqualTo(new Dimensions(2500, 250));
    }

    @Test
    void laysTransparencyOnWhite() throws Exception {
        media.render(media.file("photo.png", TinyPhotos.transparentPng(64, 64)));

        assertThat(Corners.of(media.previewPicture())).isEqualTo("white green blue white");
    }

    @Test
    void keepsAProfileInBothDerivatives() throws Exception {
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        byte[] anonymous = new String(profile, StandardCharsets.ISO_8859_1)
                .replace("sRGB", "Test")
                .getBytes(StandardCharsets.ISO_8859_1);

        media.render(media.file("photo.jpg", TinyPhotos.withProfile(TinyPhotos.jpeg(64, 48), anonymous)));

        assertThat(Files.readAllBytes(media.preview())).containsSequence(anonymous);
        assertThat(Files.readAllBytes(media.thumbnail())).containsSequence(anonymous);
        assertThat(media.read(media.thumbnail()).exif().frame().dimensions()).isEqualTo(new Dimensions(64, 48));
    }

    @Test
    void namesThePrimariesOfAPictureWithoutProfile() throws Exception {
        Path photo = media.made(
                "photo.avif",
                "-f",
                "lavfi",
                "-i",
                "testsrc2=s=320x240:d=0.1,"
                        + "setparams=color_primaries=smpte432:color_trc=iec61966-2-1:colorspace=bt470bg",
                "-frames:v",
                "1");

        media.render(photo);

        byte[] name = "Display P3".getBytes(StandardCharsets.UTF_16BE);
        assertThat(Files.readAllBytes(media.preview())).containsSequence(name);
        assertThat(Files.readAllBytes(media.thumbnail())).containsSequence(name);
    }

    @Test
    void showsTheJpegInsideARawFileUpright() throws Exception {
        media.render(media.file("photo.dng", TinyRaw.dng(TinyPhotos.jpeg(160, 80), 6)));

        assertThat(Corners.of(media.previewPicture())).isEqualTo("blue red white green");
    }

    @Test
    void findsTheJpegThatNoDirectoryLists() throws Exception {
        media.render(media.file("photo.raf", TinyRaw.raf(TinyPhotos.jpeg(160, 80))));

        assertThat(Corners.of(media.previewPicture())).isEqualTo("red green blue white");
    }

    @Test
    void choosesAFrameThatIsNotDark() throws Exception {
        Path video = media.made(
                "video.mkv", "-f", "lavfi", "-i", "color=black:s=64x48:d=2[a];color=white:s=64x48:d=4[b];[a][b]concat");

        media.render(video);

        assertThat(Corners.of(media.previewPicture())).isEqualTo("white white white white");
    }

    @Test
    void bringsLightOfHighDynamicRangeIntoView() throws Exception {
        Path video = media.made(
                "video.webm",
                "-f",
                "lavfi",
                "-i",
                "color=white:s=64x48:d=1,format=yuv420p10le,zscale=pin=bt709:tin=bt709:min=bt709:rin=limited"
                        + ":p=bt2020:t=smpte2084:m=bt2020nc:npl=203",
                "-c:v",
                "libvpx-vp9",
                "-color_trc",
                "smpte2084",
                "-color_primaries",
                "bt2020",
                "-colorspace",
                "bt2020nc");

        media.render(video);

        assertThat(Corners.of(media.previewPicture())).isEqualTo("white white white white");
    }

    @Test
    void rendersSeveralFilesAtATime() throws Exception {
        Path photo = media.file("photo.jpg", TinyPhotos.jpeg(2000, 1500));
        Set<String> hashes = new HashSet<>();
        try (var workers = Executors.newFixedThreadPool(4)) {
            List<Callable<String>> works = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                Path own = Files.createDirectory(media.folder.resolve("own" + i));
                works.add(() -> {
                    try (TestMedia other = new TestMedia(own)) {
                        return other.render(photo).thumbhash().base64();
                    }
                });
            }
            for (var hash : workers.invokeAll(works)) {
                hashes.add(hash.get());
            }
        }
        assertThat(hashes).hasSize(1);
    }
}
