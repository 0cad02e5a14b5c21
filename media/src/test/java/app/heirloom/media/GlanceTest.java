package app.heirloom.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.heirloom.library.asset.MediaFormat;
import app.heirloom.library.metadata.MediaMetadata;
import app.heirloom.testkit.TinyExif;
import app.heirloom.testkit.TinyPhotos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A glance tells of photos what a whole look tells, as far as it tells them apart. */
class GlanceTest {
    private static final String PLACE =
            System.getProperty("heirloom.testdata", System.getenv().getOrDefault("HEIRLOOM_TESTDATA", ""));
    private static final String TAKEN = "2024:05:01 10:20:30";
    private static final byte[] PHOTO = TinyPhotos.jpeg(64, 48);

    @AutoClose
    private final TestMedia media;

    GlanceTest(@TempDir Path folder) {
        media = new TestMedia(folder);
    }

    static List<byte[]> photos() {
        byte[] zoned = TinyPhotos.withExif(
                PHOTO, new TinyExif().taken(TAKEN).offset("+02:00").orientation(6));
        byte[] unzoned = TinyPhotos.withExif(PHOTO, new TinyExif().taken(TAKEN).orientation(8));
        byte[] undated =
                TinyPhotos.withExif(PHOTO, new TinyExif().orientation(3).camera("Canon", "EOS R5"));
        return List.of(
                PHOTO,
                zoned,
                unzoned,
                undated,
                TinyPhotos.withXmp(PHOTO, xmp("2020-02-03T04:05:06+05:30")),
                TinyPhotos.withXmp(zoned, xmp("2020-02-03T04:05:06+05:30")),
                TinyPhotos.withXmp(unzoned, xmp("2024-05-01T10:20:30-07:00")),
                TinyPhotos.withXmp(unzoned, xmp("2024-05-01T10:20:31-07:00")),
                TinyPhotos.withXmp(undated, xmp("2020-02-03T04:05:06+05:30")),
                TinyPhotos.withIptc(undated, Map.of(55, "20190807", 60, "121530+0100")),
                TinyPhotos.withIptc(unzoned, Map.of(55, "20240501", 60, "102030+0100")),
                TinyPhotos.withProfile(zoned, new byte[30_000]),
                TinyPhotos.withExif(TinyPhotos.withProfile(PHOTO, new byte[60_000]), new TinyExif().taken(TAKEN)));
    }

    private static String xmp(String taken) {
        return """
                <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:DateTimeOriginal="%s"/>
                </rdf:RDF></x:xmpmeta>""".formatted(taken);
    }

    @ParameterizedTest
    @MethodSource("photos")
    void datesAndMeasuresAJpegAsAWholeLookDoes(byte[] photo) throws IOException {
        compare(media.file("photo.jpg", photo));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "gif", "bmp", "tiff"})
    void measuresOtherFormatsAsAWholeLookDoes(String format) throws IOException {
        compare(media.file("photo." + format, TinyPhotos.encoded(format, 64, 48)));
    }

    @Test
    void agreesWithAWholeLookAtEverySample() throws IOException {
        Path samples = Path.of(PLACE);
        assumeTrue(
                !PLACE.isEmpty() && Files.isDirectory(samples),
                "no sample photos: set HEIRLOOM_TESTDATA to their folder to test with them");
        try (Stream<Path> files = Files.walk(samples)) {
            List<Path> photos = files.filter(file -> Files.isRegularFile(file)
                            && MediaFormat.find(file.toString()).isPresent())
                    .toList();
            assertThat(photos).isNotEmpty().allSatisfy(this::compare);
        }
    }

    private void compare(Path file) {
        MediaMetadata whole = media.read(file);
        MediaMetadata glance = media.glance(file);
        assertThat(glance.exif().capture().local())
                .as(file.toString())
                .isEqualTo(whole.exif().capture().local());
        assertThat(glance.exif().capture().zone())
                .as(file.toString())
                .isEqualTo(whole.exif().capture().zone());
        assertThat(glance.exif().frame().upright())
                .as(file.toString())
                .isEqualTo(whole.exif().frame().upright());
        assertThat(glance.contentIdentifier()).as(file.toString()).isEqualTo(whole.contentIdentifier());
    }
}
