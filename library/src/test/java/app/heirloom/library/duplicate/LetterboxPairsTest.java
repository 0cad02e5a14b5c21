package app.heirloom.library.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.duplicate.LetterboxPairs.Pair;
import app.heirloom.library.metadata.Camera;
import app.heirloom.library.metadata.Caption;
import app.heirloom.library.metadata.Capture;
import app.heirloom.library.metadata.Coordinates;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.metadata.Exposure;
import app.heirloom.library.metadata.Frame;
import app.heirloom.library.metadata.Location;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LetterboxPairsTest {
    private static final Dimensions WHOLE = new Dimensions(4032, 3024);
    private static final Dimensions CUT = new Dimensions(4032, 2268);
    private static final Coordinates LONDON = new Coordinates(51.5074, -0.1278);
    private static final String NOON = "2024-05-01T12:00:00";
    private static final String MODEL = "iPhone 15 Pro";

    private final LetterboxPairs pairs = new LetterboxPairs();

    @ParameterizedTest
    @CsvSource({
        "4032, 3024, 4032, 2268",
        "3024, 4032, 2268, 4032",
        "4032, 3024, 2268, 4032",
        "1600, 1200, 1920, 1080",
        "1600, 1200, 3840, 2160",
        "1600, 1200, 1280, 720",
        "1000, 745, 4032, 2268",
        "4032, 3024, 1778, 1000",
        "1342, 1000, 1787, 1000",
    })
    void aWholePictureAndItsCutAreAPair(int width, int height, int cutWidth, int cutHeight) {
        AssetId whole = add(new Dimensions(width, height));
        AssetId cut = add(new Dimensions(cutWidth, cutHeight));
        assertThat(pairs.pairs()).containsExactly(new Pair(whole, cut));
        assertThat(pairs.ambiguous()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1000, 1000", "3000, 2000", "1344, 1000", "1323, 1000", "4032, 3024", "1, 4032"})
    void otherRatiosAreNoCut(int width, int height) {
        add(WHOLE);
        add(new Dimensions(width, height));
        assertThat(pairs.pairs()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1788, 1000", "1767, 1000", "1920, 1200"})
    void closeIsNotEnough(int width, int height) {
        add(WHOLE);
        add(new Dimensions(width, height));
        assertThat(pairs.pairs()).isEmpty();
    }

    @Test
    void theOrderDoesNotMatter() {
        AssetId cut = add(CUT);
        AssetId whole = add(WHOLE);
        assertThat(pairs.pairs()).containsExactly(new Pair(whole, cut));
    }

    @ParameterizedTest
    @CsvSource({"Apple, iPad Pro", "Samsung, iPhone 15 Pro", ", iPhone 15 Pro", "Apple,", "Canon, EOS R5"})
    void otherCamerasAreLeftAlone(@Nullable String make, @Nullable String model) {
        add(exif(make, model, NOON, null), WHOLE);
        add(exif(make, model, NOON, null), CUT);
        assertThat(pairs.pairs()).isEmpty();
        assertThat(pairs.foreign()).isEqualTo(2);
    }

    @Test
    void namesOfMakersAreKnownInWhateverCase() {
        AssetId whole = add(exif("APPLE", "IPHONE 4", NOON, null), WHOLE);
        AssetId cut = add(exif("APPLE", "IPHONE 4", NOON, null), CUT);
        assertThat(pairs.pairs()).containsExactly(new Pair(whole, cut));
        assertThat(pairs.foreign()).isZero();
    }

    @Test
    void anotherModelIsAnotherShot() {
        add(exif("Apple", MODEL, NOON, null), WHOLE);
        add(exif("Apple", "iPhone 14", NOON, null), CUT);
        assertThat(pairs.pairs()).isEmpty();
    }

    @Test
    void withoutATimeOrDimensionsNothingIsSaid() {
        add(exif("Apple", MODEL, null, null), WHOLE);
        add(exif("Apple", MODEL, null, null), CUT);
        add(WHOLE);
        pairs.add(AssetId.random(), exif("Apple", MODEL, NOON, null), null);
        assertThat(pairs.pairs()).isEmpty();
        assertThat(pairs.foreign()).isZero();
    }

    @Test
    void secondsCountAndTheirFractionsDoNot() {
        AssetId whole = add(exif("Apple", MODEL, NOON + ".123", null), WHOLE);
        AssetId cut = add(exif("Apple", MODEL, NOON + ".987", null), CUT);
        add(exif("Apple", MODEL, "2024-05-01T12:00:01", null), CUT);
        assertThat(pairs.pairs()).containsExactly(new Pair(whole, cut));
    }

    @Test
    void shotsOfSeveralSecondsAreSeveralPairs() {
        AssetId whole = add(WHOLE);
        AssetId cut = add(CUT);
        AssetId later = add(exif("Apple", MODEL, "2024-05-01T12:00:01", null), WHOLE);
        AssetId laterCut = add(exif("Apple", MODEL, "2024-05-01T12:00:01", null), CUT);
        assertThat(pairs.pairs()).containsExactly(new Pair(whole, cut), new Pair(later, laterCut));
    }

    @Test
    void severalWholePicturesAreAmbiguous() {
        add(WHOLE);
        add(WHOLE);
        add(CUT);
        assertThat(pairs.pairs()).isEmpty();
        assertThat(pairs.ambiguous()).isEqualTo(1);
    }

    @Test
    void severalCutsAreAmbiguous() {
        add(CUT);
        add(WHOLE);
        add(CUT);
        assertThat(pairs.pairs()).isEmpty();
        assertThat(pairs.ambiguous()).isEqualTo(1);
    }

    @Test
    void burstsOfOneShapeAreNeitherPairsNorAmbiguous() {
        add(WHOLE);
        add(WHOLE);
        assertThat(pairs.pairs()).isEmpty();
        assertThat(pairs.ambiguous()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"51.50742, -0.12779, true", "51.5076, -0.1278, false", "51.5074, -0.1280, false"})
    void placesAreComparedWithFourDecimals(double latitude, double longitude, boolean same) {
        add(exif("Apple", MODEL, NOON, LONDON), WHOLE);
        add(exif("Apple", MODEL, NOON, new Coordinates(latitude, longitude)), CUT);
        assertThat(pairs.pairs()).hasSize(same ? 1 : 0);
    }

    @Test
    void aPlaceAndNoneAreNotTheSame() {
        add(exif("Apple", MODEL, NOON, LONDON), WHOLE);
        add(exif("Apple", MODEL, NOON, null), CUT);
        assertThat(pairs.pairs()).isEmpty();
    }

    @Test
    void nothingGivesNothing() {
        assertThat(pairs.pairs()).isEmpty();
        assertThat(pairs.ambiguous()).isZero();
        assertThat(pairs.foreign()).isZero();
    }

    private AssetId add(Dimensions dimensions) {
        return add(exif("Apple", MODEL, NOON, null), dimensions);
    }

    private AssetId add(Exif exif, Dimensions dimensions) {
        AssetId id = AssetId.random();
        pairs.add(id, exif, dimensions);
        return id;
    }

    private static Exif exif(
            @Nullable String make, @Nullable String model, @Nullable String taken, @Nullable Coordinates place) {
        return new Exif(
                new Camera(make, model, null),
                Exposure.UNKNOWN,
                new Capture(taken == null ? null : LocalDateTime.parse(taken), null, null),
                Location.of(place),
                Caption.NONE,
                Frame.UNKNOWN);
    }
}
