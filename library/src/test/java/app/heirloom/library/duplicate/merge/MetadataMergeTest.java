package app.heirloom.library.duplicate.merge;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.library.asset.Visibility;
import app.heirloom.library.metadata.Capture;
import app.heirloom.library.metadata.Coordinates;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MetadataMergeTest {
    private static final LocalDateTime NOON = LocalDateTime.of(2024, 5, 1, 12, 0);
    private static final Coordinates ROME = new Coordinates(41.9, 12.5);
    private static final Coordinates PARIS = new Coordinates(48.86, 2.35);
    private static final KnownMetadata BLANK =
            new KnownMetadata(false, Visibility.TIMELINE, "", null, null, Capture.UNKNOWN);

    @Test
    void staysAsItIsWhenTheOthersKnowNothing() {
        var kept = new KnownMetadata(true, Visibility.ARCHIVE, "a\n\nb", 3, ROME, at(NOON, "UTC+2"));
        assertThat(MetadataMerge.of(kept, List.of(BLANK, BLANK))).isEqualTo(kept);
        assertThat(MetadataMerge.of(kept, List.of())).isEqualTo(kept);
    }

    @Test
    void isAFavouriteWhenAnyIs() {
        var favorite = new KnownMetadata(true, Visibility.TIMELINE, "", null, null, Capture.UNKNOWN);
        assertThat(MetadataMerge.of(BLANK, List.of(BLANK, favorite)).favorite()).isTrue();
    }

    @Test
    void isAsPrivateAsTheMostPrivate() {
        assertThat(visibility(Visibility.TIMELINE, Visibility.ARCHIVE)).isEqualTo(Visibility.ARCHIVE);
        assertThat(visibility(Visibility.ARCHIVE, Visibility.LOCKED, Visibility.TIMELINE))
                .isEqualTo(Visibility.LOCKED);
        assertThat(visibility(Visibility.ARCHIVE, Visibility.TIMELINE)).isEqualTo(Visibility.ARCHIVE);
    }

    @Test
    void beingPartOfAnotherIsNotInherited() {
        assertThat(visibility(Visibility.TIMELINE, Visibility.HIDDEN)).isEqualTo(Visibility.TIMELINE);
        assertThat(visibility(Visibility.HIDDEN, Visibility.ARCHIVE)).isEqualTo(Visibility.HIDDEN);
    }

    @Test
    void keepsTheHighestRating() {
        assertThat(MetadataMerge.of(rated(2), List.of(rated(5), rated(null))).rating())
                .isEqualTo(5);
        assertThat(MetadataMerge.of(rated(null), List.of(rated(-1))).rating()).isEqualTo(-1);
        assertThat(MetadataMerge.of(rated(null), List.of(rated(null))).rating()).isNull();
    }

    @Test
    void addsTheLinesThatOnlyOthersHave() {
        assertThat(MetadataMerge.of(
                                described("At the sea"), List.of(described("At the sea\nWith Ben "), described("2nd")))
                        .description())
                .isEqualTo("At the sea\nWith Ben\n2nd");
        assertThat(MetadataMerge.of(described(""), List.of(described("x"), described("x")))
                        .description())
                .isEqualTo("x");
    }

    @Test
    void keepsOneLocationWhenAllAgree() {
        var aStepAway = new Coordinates(41.9003, 12.5);
        assertThat(place(null, ROME, aStepAway)).isEqualTo(ROME);
        assertThat(place(null, ROME, null)).isEqualTo(ROME);
    }

    @Test
    void knowsNoLocationWhenTheOthersDisagree() {
        assertThat(place(null, ROME, PARIS)).isNull();
        assertThat(place(PARIS, ROME)).isEqualTo(PARIS);
    }

    @Test
    void isDatedByTheEarliestWhenItHasNoDate() {
        assertThat(capture(Capture.UNKNOWN, at(NOON.plusDays(1), "UTC"), at(NOON, "Europe/Rome"), Capture.UNKNOWN))
                .isEqualTo(at(NOON, "Europe/Rome"));
        assertThat(capture(at(NOON, "UTC"), at(NOON.minusDays(1), "UTC+2"))).isEqualTo(at(NOON, "UTC"));
    }

    @Test
    void takesTheZoneOfTheSameWallClockWhenAllAgree() {
        Capture withFraction = at(NOON.plusNanos(500_000_000), "UTC+2");
        assertThat(capture(at(NOON, null), withFraction)).isEqualTo(at(NOON, "UTC+2"));
        assertThat(capture(at(NOON, null), at(NOON, "UTC+2"), at(NOON, "UTC+3")))
                .isEqualTo(at(NOON, null));
        assertThat(capture(at(NOON, null), at(NOON.plusHours(1), "UTC+2"))).isEqualTo(at(NOON, null));
    }

    private static Visibility visibility(Visibility kept, Visibility... others) {
        return MetadataMerge.of(
                        seen(kept),
                        List.of(others).stream().map(MetadataMergeTest::seen).toList())
                .visibility();
    }

    private static @Nullable Coordinates place(@Nullable Coordinates kept, @Nullable Coordinates... others) {
        return MetadataMerge.of(
                        placed(kept),
                        Arrays.stream(others).map(MetadataMergeTest::placed).toList())
                .coordinates();
    }

    private static Capture capture(Capture kept, Capture... others) {
        return MetadataMerge.of(
                        taken(kept),
                        List.of(others).stream().map(MetadataMergeTest::taken).toList())
                .capture();
    }

    private static KnownMetadata seen(Visibility visibility) {
        return new KnownMetadata(false, visibility, "", null, null, Capture.UNKNOWN);
    }

    private static KnownMetadata rated(@Nullable Integer rating) {
        return new KnownMetadata(false, Visibility.TIMELINE, "", rating, null, Capture.UNKNOWN);
    }

    private static KnownMetadata described(String description) {
        return new KnownMetadata(false, Visibility.TIMELINE, description, null, null, Capture.UNKNOWN);
    }

    private static KnownMetadata placed(@Nullable Coordinates coordinates) {
        return new KnownMetadata(false, Visibility.TIMELINE, "", null, coordinates, Capture.UNKNOWN);
    }

    private static KnownMetadata taken(Capture capture) {
        return new KnownMetadata(false, Visibility.TIMELINE, "", null, null, capture);
    }

    private static Capture at(LocalDateTime local, @Nullable String zone) {
        return new Capture(local, zone, null);
    }
}
