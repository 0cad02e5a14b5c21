package app.heirloom.library.duplicate.merge;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.library.duplicate.merge.MetadataConflict.Kind;
import app.heirloom.library.metadata.Camera;
import app.heirloom.library.metadata.Caption;
import app.heirloom.library.metadata.Capture;
import app.heirloom.library.metadata.Coordinates;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.metadata.Exposure;
import app.heirloom.library.metadata.Frame;
import app.heirloom.library.metadata.Location;
import app.heirloom.library.metadata.Place;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MetadataConflictTest {
    private static final Coordinates LONDON = new Coordinates(51.5074, -0.1278);

    @Test
    void placesAreApartFromElevenMetresOn() {
        assertThat(among(at(LONDON), at(new Coordinates(51.50745, -0.1278)))).isEmpty();
        assertThat(among(at(LONDON), at(new Coordinates(51.5077, -0.1278)), at(null), at(LONDON)))
                .containsExactly(new MetadataConflict(Kind.GPS, List.of("51.5074,-0.1278", "51.5077,-0.1278")));
        assertThat(among(at(LONDON), at(new Coordinates(51.5074, -0.1281)))).hasSize(1);
    }

    @Test
    void aChainOfNearPlacesIsSeenByItsEnds() {
        var middle = new Coordinates(51.50748, -0.1278);
        var end = new Coordinates(51.50756, -0.1278);
        assertThat(among(at(LONDON), at(middle))).isEmpty();
        assertThat(among(at(LONDON), at(middle), at(end)))
                .extracting(MetadataConflict::kind)
                .containsExactly(Kind.GPS);
    }

    @Test
    void zonesAndCamerasAreComparedWithoutCaseAndSpace() {
        assertThat(among(in("Europe/Rome"), in(" europe/rome "), in(""), in(null)))
                .isEmpty();
        assertThat(among(in("Europe/Rome"), in("UTC+2")))
                .containsExactly(new MetadataConflict(Kind.TIMEZONE, List.of("Europe/Rome", "UTC+2")));
        assertThat(among(by("Apple", "iPhone"), by("APPLE ", " iphone"), by(null, null), by("", " ")))
                .isEmpty();
        assertThat(among(by("Apple", "iPhone"), by("Apple", null)))
                .containsExactly(new MetadataConflict(Kind.CAMERA_INFO, List.of("Apple iPhone", "Apple")));
    }

    @Test
    void fractionsOfASecondAreNoContradiction() {
        assertThat(among(when("2024-05-01T10:00:00.25"), when("2024-05-01T10:00:00")))
                .isEmpty();
        assertThat(among(when("2024-05-01T08:00:00"), when("2024-05-01T20:00:00")))
                .containsExactly(
                        new MetadataConflict(Kind.CAPTURE_TIME, List.of("2024-05-01T08:00", "2024-05-01T20:00")));
    }

    @Test
    void scoresWhatIsKnown() {
        assertThat(MetadataScore.of(Exif.UNKNOWN).total()).isZero();
        var all = new Exif(
                new Camera(null, "iPhone", "wide"),
                Exposure.UNKNOWN,
                new Capture(LocalDateTime.parse("2024-05-01T10:00"), "UTC", null),
                new Location(LONDON, new Place(null, null, "England")),
                Caption.NONE,
                Frame.UNKNOWN);
        assertThat(MetadataScore.of(all)).isEqualTo(new MetadataScore(30, 20, 15, 15, 10, 10));
        assertThat(MetadataScore.of(all).total()).isEqualTo(100);
        assertThat(MetadataScore.of(by("", " ")).total())
                .as("empty texts are unknown")
                .isZero();
    }

    private static List<MetadataConflict> among(Exif... exifs) {
        return MetadataConflict.among(Stream.of(exifs).toList());
    }

    private static Exif at(@Nullable Coordinates place) {
        return exif(Camera.UNKNOWN, Capture.UNKNOWN, Location.of(place));
    }

    private static Exif in(@Nullable String zone) {
        return exif(Camera.UNKNOWN, new Capture(null, zone, null), Location.UNKNOWN);
    }

    private static Exif when(String local) {
        return exif(Camera.UNKNOWN, new Capture(LocalDateTime.parse(local), null, null), Location.UNKNOWN);
    }

    private static Exif by(@Nullable String make, @Nullable String model) {
        return exif(new Camera(make, model, null), Capture.UNKNOWN, Location.UNKNOWN);
    }

    private static Exif exif(Camera camera, Capture capture, Location location) {
        return new Exif(camera, Exposure.UNKNOWN, capture, location, Caption.NONE, Frame.UNKNOWN);
    }
}
