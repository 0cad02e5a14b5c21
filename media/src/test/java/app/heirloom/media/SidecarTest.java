package app.heirloom.media;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.metadata.Capture;
import app.heirloom.library.metadata.Coordinates;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.metadata.FaceRegion;
import app.heirloom.library.metadata.MetadataEdits;
import app.heirloom.library.metadata.sidecar.Sidecar;
import app.heirloom.media.metadata.XmpSidecarWriter;
import app.heirloom.testkit.TinyExif;
import app.heirloom.testkit.TinyPhotos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written to a sidecar is read from it again. */
class SidecarTest {
    private static final LocalDateTime LOCAL = LocalDateTime.of(2021, 7, 8, 9, 10, 11, 123_456_000);

    @AutoClose
    private final TestMedia media;

    SidecarTest(@TempDir Path folder) {
        media = new TestMedia(folder);
    }

    @Test
    void editsComeBackAsTheyWere() throws IOException {
        var edits = new MetadataEdits(
                "At the <lake> & \"more\" 😀\nsecond line",
                4,
                new Coordinates(-33.856784, 151.215297),
                new Capture(LOCAL, "Australia/Sydney", null));
        Exif read = read(write(edits, null));
        assertThat(read.caption().description()).isEqualTo(edits.description());
        assertThat(read.caption().rating()).isEqualTo(4);
        assertThat(read.coordinates()).isEqualTo(edits.coordinates());
        assertThat(read.capture().local()).isEqualTo(LOCAL);
        assertThat(read.capture().zone()).isEqualTo("Australia/Sydney");
        assertThat(read.camera().model()).as("of the file").isEqualTo("EOS R5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "UTC+02:00", "UTC-03:30", "Asia/Kathmandu"})
    void zonesKeepTheirNames(String zone) throws IOException {
        var edits = new MetadataEdits(null, null, null, new Capture(LOCAL, zone, null));
        assertThat(read(write(edits, null)).capture()).isEqualTo(new Capture(LOCAL, zone, null));
    }

    @Test
    void aDateWithoutZoneStaysWithout() throws IOException {
        var edits = new MetadataEdits(null, null, null, new Capture(LOCAL, null, null));
        assertThat(read(write(edits, null)).capture().zone()).isNull();
    }

    @Test
    void whatIsTakenAwayStaysAway() throws IOException {
        assertThat(read(null).caption().description()).isEqualTo("written by the camera's owner");
        Exif read = read(write(new MetadataEdits("", MetadataEdits.CLEARED_RATING, null, null), null));
        assertThat(read.caption().description()).isEmpty();
        assertThat(read.caption().rating()).isNull();
        assertThat(read.capture().local()).as("not edited").isEqualTo("2024-05-01T10:20:30");
    }

    @Test
    void aPlaceAndADateGoWithTheirEdits() throws IOException {
        Exif ofFile = read(null);
        var edits = new MetadataEdits("kept", null, new Coordinates(1, 2), new Capture(LOCAL, "Asia/Kathmandu", null));
        Path withdrawn = write(new MetadataEdits("kept", null, null, null), write(edits, null));
        Exif read = read(withdrawn);
        assertThat(read.caption().description()).isEqualTo("kept");
        assertThat(read.coordinates()).isEqualTo(ofFile.coordinates());
        assertThat(read.capture()).isEqualTo(ofFile.capture());
        assertThat(Files.readString(withdrawn)).doesNotContain("GPS").doesNotContain("Edited");
    }

    @Test
    void whatOthersChangedSinceStaysWhenTheEditGoes() throws IOException {
        Path edited = write(new MetadataEdits(null, null, new Coordinates(1, 2), null), null);
        String moved = Files.readString(edited).replaceFirst("GPSLatitude=\"1,", "GPSLatitude=\"5,");
        Path theirs = Files.writeString(media.folder.resolve("theirs.xmp"), moved);
        assertThat(read(write(MetadataEdits.NONE, theirs)).coordinates()).isEqualTo(new Coordinates(5, 2));
    }

    @Test
    void whatPeopleWriteIsNeverTakenForACamerasText() throws IOException {
        assertThat(read(write(new MetadataEdits("IMG_1234", -1, null, null), null))
                        .caption())
                .satisfies(caption -> {
                    assertThat(caption.description()).isEqualTo("IMG_1234");
                    assertThat(caption.rating()).isEqualTo(-1);
                });
    }

    @ParameterizedTest
    @CsvSource({"0.1, 0.1", "-89.999999999, 179.999999999", "47.5, -8.25", "1.23456789, -0.000000001"})
    void positionsAreExact(double latitude, double longitude) throws IOException {
        var place = new Coordinates(latitude, longitude);
        assertThat(read(write(new MetadataEdits(null, null, place, null), null)).coordinates())
                .isEqualTo(place);
    }

    @Test
    void whatOthersWroteIsKept() throws IOException {
        Path theirs = Files.writeString(media.folder.resolve("theirs.xmp"), """
                <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"
                  xmlns:tiff="http://ns.adobe.com/tiff/1.0/" xmlns:mine="http://example.org/mine/"
                  xmp:Rating="1" mine:Secret="42">
                  <dc:description><rdf:Alt><rdf:li xml:lang="x-default">old</rdf:li><rdf:li xml:lang="de">alt</rdf:li>
                  </rdf:Alt></dc:description>
                  <tiff:ImageDescription><rdf:Alt><rdf:li xml:lang="x-default">older</rdf:li></rdf:Alt>
                  </tiff:ImageDescription>
                  <dc:subject><rdf:Bag><rdf:li>Anna</rdf:li></rdf:Bag></dc:subject>
                  <mine:History><rdf:Seq><rdf:li>first</rdf:li><rdf:li>second</rdf:li></rdf:Seq></mine:History>
                </rdf:Description></rdf:RDF></x:xmpmeta>
                """);
        Path ours = write(new MetadataEdits("new", null, null, null), theirs);
        assertThat(Files.readString(ours))
                .contains("mine:Secret=\"42\"", "second", "xml:lang=\"de\">alt<")
                .doesNotContain("old");
        Exif read = read(ours);
        assertThat(read.caption().description()).isEqualTo("new");
        assertThat(read.caption().rating()).isEqualTo(1);
        assertThat(read.caption().keywords()).containsExactly("Anna");
    }

    @Test
    void writingTwiceSaysTheSameOnce() throws IOException {
        var edits = new MetadataEdits("d", 3, new Coordinates(1, 2), new Capture(LOCAL, "UTC", null));
        Path once = write(edits, null);
        Path twice = write(edits, once);
        assertThat(twice).hasSameTextualContentAs(once);
    }

    @Test
    void whatIsNoXmpIsReplaced() throws IOException {
        Path rubbish = Files.writeString(media.folder.resolve("rubbish.xmp"), "<not xmp");
        assertThat(read(write(new MetadataEdits("d", null, null, null), rubbish))
                        .caption()
                        .description())
                .isEqualTo("d");
    }

    @Test
    void namedFacesComeBackWhereTheyWere() throws IOException {
        var anna = new FaceRegion("Anna <& Co>", 0.1, 0.2, 1.0 / 3, 0.25);
        var known = List.of(anna, new FaceRegion("", 0.6, 0.6, 0.1, 0.1));
        Path once = write(faces(known), null);
        assertThat(namesAndPlaces(once)).containsExactly("Anna <& Co> 0.1000 0.2000 0.3333 0.2500");
        assertThat(Files.readString(once)).contains("normalized", "stDim:w=\"64\"");
        assertThat(write(faces(known), once)).hasSameTextualContentAs(once);
        assertThat(namesAndPlaces(write(faces(List.of()), once)))
                .as("not heard of")
                .hasSize(1);
        Path hidden = write(faces(List.of(new FaceRegion("", 0.1, 0.2, 1.0 / 3, 0.25))), once);
        assertThat(namesAndPlaces(hidden)).isEmpty();
        assertThat(Files.readString(hidden)).doesNotContain("Regions");
    }

    @Test
    void petsAndFacesThatOthersFoundAreKept() throws IOException {
        Path theirs = Files.writeString(media.folder.resolve("theirs.xmp"), """
                <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description xmlns:mwg-rs="http://www.metadataworkinggroup.com/schemas/regions/"
                  xmlns:stArea="http://ns.adobe.com/xmp/sType/Area#">
                  <mwg-rs:Regions rdf:parseType="Resource"><mwg-rs:RegionList><rdf:Bag>
                    <rdf:li rdf:parseType="Resource"><mwg-rs:Name>Rex</mwg-rs:Name><mwg-rs:Type>Pet</mwg-rs:Type>
                      <mwg-rs:Area stArea:x="0.1" stArea:y="0.1" stArea:w="0.2" stArea:h="0.2"/></rdf:li>
                    <rdf:li rdf:parseType="Resource"><mwg-rs:Name>Ann</mwg-rs:Name><mwg-rs:Type>Face</mwg-rs:Type>
                      <mwg-rs:Area stArea:x="0.1" stArea:y="0.1" stArea:w="0.2" stArea:h="0.2"/></rdf:li>
                    <rdf:li rdf:parseType="Resource"><mwg-rs:Name>Bert</mwg-rs:Name><mwg-rs:Type>Face</mwg-rs:Type>
                      <mwg-rs:Area stArea:x="0.8" stArea:y="0.8" stArea:w="0.2" stArea:h="0.2"/></rdf:li>
                  </rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions>
                </rdf:Description></rdf:RDF></x:xmpmeta>
                """);
        Path ours = write(faces(List.of(new FaceRegion("Anna", 0, 0, 0.21, 0.19))), theirs);
        assertThat(namesAndPlaces(ours))
                .containsExactlyInAnyOrder("Bert 0.7000 0.7000 0.2000 0.2000", "Anna 0.0000 0.0000 0.2100 0.1900");
        assertThat(Files.readString(ours)).contains("Rex", "Pet");
    }

    @Test
    void facesInMicrosoftsFormMoveOverAndDoNotContradict() throws IOException {
        Path theirs = Files.writeString(media.folder.resolve("theirs.xmp"), """
                <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description xmlns:MP="http://ns.microsoft.com/photo/1.2/"
                  xmlns:MPRI="http://ns.microsoft.com/photo/1.2/t/RegionInfo#"
                  xmlns:MPReg="http://ns.microsoft.com/photo/1.2/t/Region#">
                  <MP:RegionInfo rdf:parseType="Resource"><MPRI:Regions><rdf:Bag>
                    <rdf:li MPReg:Rectangle="0, 0, 0.2, 0.2" MPReg:PersonDisplayName="Ann"/>
                    <rdf:li MPReg:Rectangle="0.7, 0.7, 0.2, 0.2" MPReg:PersonDisplayName="Bert"/>
                  </rdf:Bag></MPRI:Regions></MP:RegionInfo>
                </rdf:Description></rdf:RDF></x:xmpmeta>
                """);
        Path ours = write(faces(List.of(new FaceRegion("Anna", 0, 0, 0.2, 0.2))), theirs);
        assertThat(namesAndPlaces(ours))
                .containsExactlyInAnyOrder("Bert 0.7000 0.7000 0.2000 0.2000", "Anna 0.0000 0.0000 0.2000 0.2000");
        assertThat(Files.readString(ours)).doesNotContain("PersonDisplayName");
    }

    @Test
    void facesThatWereTakenAwayForGoodAreNotNamedAnyMore() throws IOException {
        var anna = new FaceRegion("Anna", 0.1, 0.2, 0.3, 0.25);
        var bert = new FaceRegion("Bert", 0.6, 0.6, 0.2, 0.2);
        Path both = write(faces(List.of(anna, bert)), null);
        Path one = write(faces(List.of(bert), true), both);
        assertThat(namesAndPlaces(one)).containsExactly("Bert 0.6000 0.6000 0.2000 0.2000");
        assertThat(Files.readString(one)).doesNotContain("Anna");
        assertThat(Files.readString(write(faces(List.of(), true), one))).doesNotContain("Regions");
    }

    @Test
    void tagsComeBackInTheFormsOfDigikamAndLightroom() throws IOException {
        Path once = write(tags(true, "People/Anna <3", "Lake", "a|b/c"), null);
        assertThat(read(once).caption().keywords()).containsExactly("People/Anna <3", "Lake", "a|b/c");
        assertThat(Files.readString(once))
                .containsSubsequence("<dc:subject>", "<rdf:Bag>", "Anna &lt;3<", "Lake<", ">c<")
                .containsSubsequence("<digiKam:TagsList>", "<rdf:Seq>", "People/Anna &lt;3<", "a|b/c<")
                .containsSubsequence("<lr:hierarchicalSubject>", "<rdf:Bag>", "People|Anna &lt;3<", "Lake<");
        assertThat(write(tags(true, "People/Anna <3", "Lake", "a|b/c"), once)).hasSameTextualContentAs(once);
    }

    @Test
    void tagsGoWhenNobodyElseWroteThem() throws IOException {
        Path both = write(tags(true, "People/Anna", "Lake"), null);
        Path one = write(tags(true, "Lake"), both);
        assertThat(read(one).caption().keywords()).containsExactly("Lake");
        assertThat(Files.readString(one)).doesNotContain("Anna");
        assertThat(Files.readString(write(tags(true), one)))
                .doesNotContain("Lake", "subject", "TagsList", "hierarchicalSubject");
    }

    @Test
    void tagsThatOthersWroteSinceAreKept() throws IOException {
        Path theirs = Files.writeString(media.folder.resolve("theirs.xmp"), """
                <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:lr="http://ns.adobe.com/lightroom/1.0/">
                  <dc:subject><rdf:Bag><rdf:li>People</rdf:li><rdf:li>Anna</rdf:li></rdf:Bag></dc:subject>
                  <lr:hierarchicalSubject><rdf:Bag><rdf:li>People|Anna</rdf:li></rdf:Bag></lr:hierarchicalSubject>
                </rdf:Description></rdf:RDF></x:xmpmeta>
                """);
        assertThat(Files.readString(write(tags(true, "People/Anna"), theirs)))
                .as("says the same in its own form")
                .contains("<rdf:li>People</rdf:li>")
                .doesNotContain("TagsList");
        assertThat(read(write(tags(false, "Lake"), theirs)).caption().keywords())
                .containsExactly("Lake", "People/Anna");
    }

    private static Sidecar tags(boolean complete, String... paths) {
        return new Sidecar(MetadataEdits.NONE, new Sidecar.Tags(List.of(paths), complete), Optional.empty());
    }

    private static Sidecar faces(List<FaceRegion> known) {
        return faces(known, false);
    }

    private static Sidecar faces(List<FaceRegion> known, boolean complete) {
        return new Sidecar(
                MetadataEdits.NONE,
                Sidecar.Tags.NONE,
                Optional.of(new Sidecar.Faces(new Dimensions(64, 48), known, complete)));
    }

    private List<String> namesAndPlaces(Path sidecar) throws IOException {
        return media.read(photo(), sidecar).faces().stream()
                .map(face -> String.format(
                        Locale.ROOT,
                        "%s %.4f %.4f %.4f %.4f",
                        face.name(),
                        face.left(),
                        face.top(),
                        face.width(),
                        face.height()))
                .toList();
    }

    private Path write(MetadataEdits edits, @Nullable Path earlier) throws IOException {
        return write(new Sidecar(edits, Sidecar.Tags.NONE, Optional.empty()), earlier);
    }

    private Path write(Sidecar sidecar, @Nullable Path earlier) throws IOException {
        Path target = media.folder.resolve("sidecar-" + UUID.randomUUID() + ".xmp");
        new XmpSidecarWriter().write(sidecar, Optional.ofNullable(earlier), target);
        return target;
    }

    private Exif read(@Nullable Path sidecar) throws IOException {
        Path file = photo();
        return (sidecar == null ? media.read(file) : media.read(file, sidecar)).exif();
    }

    private Path photo() throws IOException {
        byte[] photo = TinyPhotos.withExif(
                TinyPhotos.jpeg(64, 48),
                new TinyExif()
                        .camera("Canon", "EOS R5")
                        .description("written by the camera's owner")
                        .rating(5)
                        .taken("2024:05:01 10:20:30"));
        return media.file("photo.jpg", photo);
    }
}
