package app.heirloom.library.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.asset.grouping.LibraryId;
import app.heirloom.library.duplicate.KeeperRules.Choice;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.metadata.Coordinates;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.metadata.Location;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeeperRulesTest {
    private static final Instant TAKEN = Instant.parse("2024-05-01T10:00:00Z");
    private static final LibraryId LIBRARY = LibraryId.parse("11111111-1111-4111-8111-111111111111");

    private final KeeperCandidate small = candidate("small.jpg", new Dimensions(100, 100), 10L);
    private final KeeperCandidate large = candidate("large.jpg", new Dimensions(200, 200), 5L);
    private final KeeperCandidate heavy = candidate("heavy.jpg", new Dimensions(100, 100), 20L);

    @Test
    void mostPixelsWinThenMostBytes() {
        Choice choice = KeeperRules.DEFAULT.choose(List.of(small, heavy, large));
        assertThat(choice.ranked()).containsExactly(large, heavy, small);
        assertThat(choice.reason()).isEqualTo("it has the most pixels (200 x 200)");
        assertThat(KeeperRules.DEFAULT.choose(List.of(small, heavy)).reason())
                .isEqualTo("its file is the largest (20 bytes)");
    }

    @Test
    void ofEqualsTheFirstWinsAndTheOthersStayInOrder() {
        KeeperCandidate one = candidate("1.jpg", new Dimensions(100, 100), 10L);
        KeeperCandidate two = candidate("2.jpg", new Dimensions(100, 100), 10L);
        Choice choice = KeeperRules.DEFAULT.choose(List.of(small, one, two));
        assertThat(choice.ranked()).containsExactly(small, one, two);
        assertThat(choice.reason()).isEqualTo("all are alike and it is listed first");
    }

    @Test
    void severalRulesMayBeNeeded() {
        KeeperCandidate twin = candidate("twin.jpg", new Dimensions(200, 200), 5L);
        Choice choice = KeeperRules.DEFAULT.choose(List.of(small, large, twin));
        assertThat(choice.keeper()).isEqualTo(large);
        assertThat(choice.reason())
                .isEqualTo("it has the most pixels (200 x 200), then it is listed first of those left");
    }

    @Test
    void whatIsNotMeasuredHasNoPixelsAndNoBytes() {
        KeeperCandidate unknown = candidate("unknown.jpg", null, null);
        assertThat(KeeperRules.DEFAULT.choose(List.of(unknown, small)).keeper()).isEqualTo(small);
        assertThat(KeeperRules.DEFAULT.choose(List.of(unknown)).reason()).isEqualTo("there is no other");
    }

    @ParameterizedTest
    @CsvSource({
        "favorite, it is a favourite",
        "oldest, it was taken first (2020-01-01T00:00:00Z)",
        "newest, it was taken last (2030-01-01T00:00:00Z)",
        "richest, its metadata say the most (score 30)",
        "upload, it is in no external library",
        "path=/scans, its path begins with /scans",
        "album=Rome, it is in the album Rome",
        "library=11111111-1111-4111-8111-111111111111, it is in the external library 11111111-1111-4111-8111-111111111111",
        "format=heic>png, its format is preferred (.heic)"
    })
    void eachRuleOutweighsThePixels(String rule, String reason) {
        KeeperCandidate wanted = wantedBy(rule);
        List<KeeperCandidate> others = List.of(rule.equals("upload") ? inLibrary(large) : large, wanted);
        Choice choice = KeeperRules.parse(rule).choose(others);
        assertThat(choice.keeper()).isEqualTo(wanted);
        assertThat(choice.reason()).isEqualTo(reason);
        assertThat(KeeperRules.DEFAULT.choose(others).keeper()).isNotEqualTo(wanted);
    }

    private KeeperCandidate wantedBy(String rule) {
        var file = small.file();
        return switch (rule.replaceFirst("=.*", "")) {
            case "favorite" -> new KeeperCandidate(small.id(), file, Exif.UNKNOWN, true, TAKEN, List.of());
            case "oldest" -> takenAt("2020-01-01T00:00:00Z");
            case "newest" -> takenAt("2030-01-01T00:00:00Z");
            case "richest" -> {
                var exif = new Exif(
                        Exif.UNKNOWN.camera(),
                        Exif.UNKNOWN.exposure(),
                        Exif.UNKNOWN.capture(),
                        Location.of(new Coordinates(1, 2)),
                        Exif.UNKNOWN.caption(),
                        Exif.UNKNOWN.frame());
                yield new KeeperCandidate(small.id(), file, exif, false, TAKEN, List.of());
            }
            case "path" -> withFile(new KeeperCandidate.File("a.jpg", "/scans/a.jpg", null, file.dimensions(), 1L));
            case "album" -> new KeeperCandidate(small.id(), file, Exif.UNKNOWN, false, TAKEN, List.of("Rome"));
            case "library" -> inLibrary(small);
            case "format" -> withFile(new KeeperCandidate.File("a.HEIC", "a.HEIC", null, file.dimensions(), 1L));
            default -> small;
        };
    }

    private KeeperCandidate takenAt(String instant) {
        return new KeeperCandidate(small.id(), small.file(), Exif.UNKNOWN, false, Instant.parse(instant), List.of());
    }

    private KeeperCandidate withFile(KeeperCandidate.File file) {
        return new KeeperCandidate(small.id(), file, Exif.UNKNOWN, false, TAKEN, List.of());
    }

    private static KeeperCandidate inLibrary(KeeperCandidate candidate) {
        KeeperCandidate.File file = candidate.file();
        return new KeeperCandidate(
                candidate.id(),
                new KeeperCandidate.File(file.name(), file.path(), LIBRARY, file.dimensions(), file.sizeInBytes()),
                Exif.UNKNOWN,
                false,
                TAKEN,
                List.of());
    }

    @Test
    void rulesComeInTheOrderOfTheirImportance() {
        KeeperCandidate heic = candidate("a.heic", new Dimensions(10, 10), 1L);
        KeeperCandidate png = candidate("a.png", new Dimensions(10, 10), 1L);
        List<KeeperCandidate> all = List.of(large, png, heic);
        assertThat(KeeperRules.parse("format=heic>png").choose(all).ranked()).containsExactly(heic, png, large);
        assertThat(KeeperRules.parse("pixels,format=png").choose(all).ranked()).containsExactly(large, png, heic);
        assertThat(KeeperRules.parse(" favorite , oldest").text()).isEqualTo("favorite,oldest,pixels,bytes");
        assertThat(KeeperRules.parse("")).isEqualTo(KeeperRules.DEFAULT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"biggest", "path", "path=", "library=5", "pixels,,bytes", "format"})
    void refusesWhatIsNoRule(String text) {
        assertThatThrownBy(() -> KeeperRules.parse(text)).isInstanceOf(HeirloomException.class);
    }

    private static KeeperCandidate candidate(String name, @Nullable Dimensions dimensions, @Nullable Long sizeInBytes) {
        var file = new KeeperCandidate.File(name, "upload/" + name, null, dimensions, sizeInBytes);
        return new KeeperCandidate(AssetId.random(), file, Exif.UNKNOWN, false, TAKEN, List.of());
    }
}
