package app.heirloom.media;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.metadata.Coordinates;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.metadata.MotionClip;
import app.heirloom.library.metadata.Place;
import app.heirloom.testkit.TinyExif;
import app.heirloom.testkit.TinyPhotos;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataTest {
    private static final String SIDECAR = """
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
              xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:lr="http://ns.adobe.com/lightroom/1.0/"
              exif:DateTimeOriginal="2020-02-03T04:05:06.7+05:30" exif:GPSLatitude="47,30.0N" exif:GPSLongitude="8,15,0W"
              xmp:Rating="4">
              <dc:description><rdf:Alt><rdf:li xml:lang="x-default">At the lake</rdf:li></rdf:Alt></dc:description>
              <dc:subject><rdf:Bag><rdf:li>Anna</rdf:li><rdf:li>summer</rdf:li></rdf:Bag></dc:subject>
              <lr:hierarchicalSubject><rdf:Bag><rdf:li>People|Anna</rdf:li></rdf:Bag></lr:hierarchicalSubject>
            </rdf:Description></rdf:RDF></x:xmpmeta>
            """;

    @AutoClose
    private final TestMedia media;

    MetadataTest(@TempDir Path folder) {
        media = new TestMedia(folder);
    }

    @Test
    void readsWhatACameraWrites() throws Exception {
        Exif exif = exif(new TinyExif()
                .camera("Canon", "EOS R5")
                .orientation(6)
                .description(" Grandma's birthday ")
                .rating(5)
                .taken("2024:05:01 10:20:30")
                .fraction("045")
                .offset("+02:00")
                .exposure(1, 250, 2.8, 400)
                .place(-47, 8));

        assertThat(exif.camera().model()).isEqualTo("EOS R5");
        assertThat(exif.frame().orientation()).isEqualTo(6);
        assertThat(exif.frame().upright()).isEqualTo(new Dimensions(48, 64));
        assertThat(exif.caption().description()).isEqualTo("Grandma's birthday");
        assertThat(exif.caption().rating()).isEqualTo(5);
        assertThat(exif.capture().local()).isEqualTo(LocalDateTime.parse("2024-05-01T10:20:30.045"));
        assertThat(exif.capture().zone()).isEqualTo("UTC+2");
        assertThat(exif.exposure().time()).isEqualTo("1/250");
        assertThat(exif.exposure().fNumber()).isEqualTo(2.8);
        assertThat(exif.exposure().iso()).isEqualTo(400);
        assertThat(exif.coordinates()).isEqualTo(new Coordinates(-47, 8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0000:00:00 00:00:00", "1970:01:01 00:00:00", "1500:01:01 00:00:00", "2024:13:41 00:00:00", "   "
            })
    void leavesOutDatesThatAreNone(String date) throws Exception {
        assertThat(exif(new TinyExif().taken(date)).capture().local()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"+05:30, UTC+5:30", "-03:00, UTC-3", "+00:00, UTC", "Z, UTC", "nonsense,"})
    void namesZonesAsClientsDo(String offset, String zone) throws Exception {
        Exif exif = exif(new TinyExif().taken("2024:05:01 10:20:30").offset(offset));

        assertThat(exif.capture().zone()).isEqualTo(zone);
    }

    @ParameterizedTest
    @ValueSource(strings = {"OLYMPUS DIGITAL CAMERA", "SONY DSC", "DCIM\\100MEDIA\\DJI_0001.JPG", "DSC00012", "   "})
    void leavesOutDescriptionsThatTheCameraMadeUp(String description) throws Exception {
        assertThat(exif(new TinyExif().description(description)).caption().description())
                .isEmpty();
    }

    @Test
    void takesZeroZeroForNoPlace() throws Exception {
        assertThat(exif(new TinyExif().place(0, 0)).coordinates()).isNull();
    }

    @Test
    void readsWhatAPlaceIsCalled() throws Exception {
        byte[] old = TinyPhotos.withIptc(TinyPhotos.jpeg(64, 48), Map.of(90, "Zürich", 95, "ZH", 101, "Switzerland"));
        byte[] newer = TinyPhotos.withXmp(old, """
                <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:City="Uster"/>
                </rdf:RDF></x:xmpmeta>
                """);

        assertThat(media.read(media.file("old.jpg", old)).exif().location().place())
                .isEqualTo(new Place("Zürich", "ZH", "Switzerland"));
        assertThat(media.read(media.file("newer.jpg", newer)).exif().location().place())
                .isEqualTo(new Place("Uster", "ZH", "Switzerland"));
    }

    @Test
    void letsASidecarOverruleFieldByField() throws Exception {
        byte[] jpeg = TinyPhotos.withExif(
                TinyPhotos.jpeg(64, 48),
                new TinyExif()
                        .camera("Canon", "EOS R5")
                        .taken("2024:05:01 10:20:30")
                        .rating(1));
        Path sidecar = media.file("photo.jpg.xmp", SIDECAR.getBytes(StandardCharsets.UTF_8));

        Exif exif = media.read(media.file("photo.jpg", jpeg), sidecar).exif();

        assertThat(exif.camera().make()).isEqualTo("Canon");
        assertThat(exif.capture().local()).isEqualTo(LocalDateTime.parse("2020-02-03T04:05:06.7"));
        assertThat(exif.capture().zone()).isEqualTo("UTC+5:30");
        assertThat(exif.coordinates()).isEqualTo(new Coordinates(47.5, -8.25));
        assertThat(exif.caption().rating()).isEqualTo(4);
        assertThat(exif.caption().description()).isEqualTo("At the lake");
        assertThat(exif.caption().keywords()).containsExactly("People/Anna", "summer");
    }

    @Test
    void ignoresADamagedSidecar() throws Exception {
        Path photo = media.file("photo.jpg", TinyPhotos.jpeg(64, 48));
        Path sidecar = media.file("photo.xmp", "<x:xmpmeta".getBytes(StandardCharsets.UTF_8));

        assertThat(media.read(photo, sidecar).exif().frame().dimensions()).isEqualTo(new Dimensions(64, 48));
    }

    @Test
    void ignoresDamagedExif() throws Exception {
        byte[] jpeg = TinyPhotos.withExif(TinyPhotos.jpeg(64, 48), new TinyExif().camera("Canon", "EOS R5"));
        Arrays.fill(jpeg, 20, 60, (byte) 0xfe);

        assertThat(media.read(media.file("photo.jpg", jpeg)).exif().frame().dimensions())
                .isEqualTo(new Dimensions(64, 48));
    }

    @Test
    void findsTheClipOfAMotionPhoto() throws Exception {
        byte[] video = Files.readAllBytes(
                media.made("clip.mp4", "-f", "lavfi", "-i", "color=red:s=64x48:d=1", "-c:v", "mpeg4"));
        byte[] jpeg = TinyPhotos.withXmp(TinyPhotos.jpeg(64, 48), """
                <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description xmlns:GCamera="http://ns.google.com/photos/1.0/camera/"
                 xmlns:Container="http://ns.google.com/photos/1.0/container/"
                 xmlns:Item="http://ns.google.com/photos/1.0/container/item/" GCamera:MotionPhoto="1">
                <Container:Directory><rdf:Seq>
                <rdf:li rdf:parseType="Resource"><Container:Item Item:Mime="image/jpeg" Item:Semantic="Primary"/></rdf:li>
                <rdf:li rdf:parseType="Resource"><Container:Item Item:Mime="video/mp4" Item:Semantic="MotionPhoto"
                 Item:Length="%d"/></rdf:li>
                </rdf:Seq></Container:Directory></rdf:Description></rdf:RDF></x:xmpmeta>
                """.formatted(video.length));
        byte[] both = ByteBuffer.allocate(jpeg.length + video.length)
                .put(jpeg)
                .put(video)
                .array();

        assertThat(media.read(media.file("photo.jpg", both)).motionClip())
                .isEqualTo(new MotionClip(jpeg.length, video.length));
    }

    @Test
    void readsAVideosHeaders() throws Exception {
        Path video = media.made(
                "video.mov",
                "-f",
                "lavfi",
                "-i",
                "color=red:s=64x48:d=2:r=25",
                "-c:v",
                "mpeg4",
                "-movflags",
                "use_metadata_tags",
                "-metadata",
                "com.apple.quicktime.creationdate=2024-05-01T10:20:30+0200",
                "-metadata",
                "com.apple.quicktime.location.ISO6709=+47.5000+008.2500+400.0/",
                "-metadata",
                "com.apple.quicktime.content.identifier=ABC-1",
                "-metadata",
                "com.apple.quicktime.model=iPhone");

        var said = media.read(video);

        assertThat(said.contentIdentifier()).isEqualTo("ABC-1");
        assertThat(said.exif().capture().local()).isEqualTo(LocalDateTime.parse("2024-05-01T10:20:30"));
        assertThat(said.exif().capture().zone()).isEqualTo("UTC+2");
        assertThat(said.exif().coordinates()).isEqualTo(new Coordinates(47.5, 8.25));
        assertThat(said.exif().camera().model()).isEqualTo("iPhone");
        assertThat(said.exif().frame().duration()).isEqualTo(Duration.ofSeconds(2));
        assertThat(said.exif().frame().framesPerSecond()).isEqualTo(25);
    }

    @Test
    void takesTheHeadersDateForUtc() throws Exception {
        Path video = media.made(
                "video.mp4",
                "-f",
                "lavfi",
                "-i",
                "color=red:s=64x48:d=1",
                "-c:v",
                "mpeg4",
                "-metadata",
                "creation_time=2024-05-01T10:20:30Z");

        Exif exif = media.read(video).exif();

        assertThat(exif.capture().local()).isEqualTo(LocalDateTime.parse("2024-05-01T10:20:30"));
        assertThat(exif.capture().zone()).isEqualTo("UTC");
    }

    @Test
    void turnsAVideoAsItsMatrixSays() throws Exception {
        Path flat = media.made("flat.mp4", "-f", "lavfi", "-i", "color=red:s=64x48:d=1", "-c:v", "mpeg4");
        Path video = media.made("video.mp4", "-display_rotation", "-90", "-i", flat.toString(), "-c", "copy");

        assertThat(media.read(video).exif().frame().orientation()).isEqualTo(6);
        assertThat(media.render(video).dimensions()).isEqualTo(new Dimensions(48, 64));
    }

    @Test
    void asksTheProbeAboutOtherContainers() throws Exception {
        Path video = media.made("video.mkv", "-f", "lavfi", "-i", "color=red:s=64x48:d=2:r=10", "-c:v", "mpeg4");

        Exif exif = media.read(video).exif();

        assertThat(exif.frame().dimensions()).isEqualTo(new Dimensions(64, 48));
        assertThat(exif.frame().duration()).isEqualTo(Duration.ofSeconds(2));
        assertThat(exif.frame().framesPerSecond()).isEqualTo(10);
    }

    private Exif exif(TinyExif exif) throws Exception {
        return media.read(media.file("photo.jpg", TinyPhotos.withExif(TinyPhotos.jpeg(64, 48), exif)))
                .exif();
    }
}
