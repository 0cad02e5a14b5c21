package app.heirloom.tools.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.asset.grouping.DuplicateGroupId;
import app.heirloom.library.metadata.Camera;
import app.heirloom.library.metadata.Caption;
import app.heirloom.library.metadata.Capture;
import app.heirloom.library.metadata.Coordinates;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.metadata.Exposure;
import app.heirloom.library.metadata.Frame;
import app.heirloom.library.metadata.Location;
import app.heirloom.library.remote.asset.RemoteAsset;
import app.heirloom.library.remote.asset.RemoteOriginal;
import app.heirloom.library.remote.duplicate.RemoteDuplicateGroup;
import app.heirloom.library.user.UserId;
import app.heirloom.testkit.remote.RemoteSamples;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Groups as the original's detector knows them; sizes fall, so that the first that is listed wins. */
class ScenarioTest {
    private static final int THIS_YEAR = 2026;
    private static final Coordinates LONDON = new Coordinates(51.5074, -0.1278);
    private static final Coordinates PARIS = new Coordinates(48.8566, 2.3522);
    private static final String MORNING = "2024-05-01T08:00:00";

    private static final Dimensions BIG = new Dimensions(400, 300);
    private static final Dimensions SMALL = new Dimensions(40, 30);

    @Test
    void knowsWhichOneWins() {
        assertThat(kinds(sized(BIG, 1), sized(SMALL, 9)))
                .contains(Scenario.W1)
                .doesNotContain(Scenario.W2, Scenario.W4);
        assertThat(kinds(sized(BIG, 2), sized(BIG, 1))).contains(Scenario.W2).doesNotContain(Scenario.W1, Scenario.W3);
        assertThat(kinds(sized(BIG, 1), sized(BIG, 1))).contains(Scenario.W3).doesNotContain(Scenario.W2);
        assertThat(kinds(sized(BIG, 1), sized(SMALL, 1), sized(null, 1)))
                .contains(Scenario.W4, Scenario.W7)
                .doesNotContain(Scenario.W1, Scenario.W5);
        assertThat(kinds(sized(BIG, 1), sized(null, 1))).contains(Scenario.W4, Scenario.W5);
        assertThat(kinds(sized(null, 2), sized(null, 1)))
                .contains(Scenario.W6)
                .doesNotContain(Scenario.W2, Scenario.W4);
        assertThat(kinds(sized(BIG, 1), sized(new Dimensions(300, 400), 1)))
                .contains(Scenario.W8)
                .doesNotContain(Scenario.W1, Scenario.W2, Scenario.W3);
    }

    @Test
    void knowsWhatTheWinnerTakesOver() {
        RemoteAsset bare = known(null, null, "");
        RemoteAsset full = known(LONDON, MORNING, "words");
        assertThat(kinds(bare, full))
                .contains(Scenario.C1, Scenario.C2, Scenario.C3, Scenario.C4)
                .doesNotContain(Scenario.C6, Scenario.C8);
        assertThat(kinds(full, bare)).contains(Scenario.C8).doesNotContain(Scenario.C1, Scenario.C5, Scenario.C7);
        assertThat(kinds(full, known(PARIS, MORNING, "others"))).contains(Scenario.C5, Scenario.C8);
        assertThat(kinds(known(LONDON, MORNING, ""), known(null, null, "words")))
                .contains(Scenario.C3)
                .doesNotContain(Scenario.C1, Scenario.C4);
        assertThat(kinds(known(LONDON, MORNING, ""), known(LONDON, MORNING, "")))
                .as("an empty description is none")
                .contains(Scenario.C7)
                .doesNotContain(Scenario.C3, Scenario.C8);
        assertThat(kinds(bare, known(LONDON, null, ""), known(PARIS, MORNING, "")))
                .contains(Scenario.C6);
        assertThat(kinds(bare, known(null, null, ""))).contains(Scenario.C7);
    }

    @Test
    void knowsWhatTheyContradictEachOtherAbout() {
        assertThat(kinds(known(LONDON, null, ""), known(PARIS, null, "")))
                .contains(Scenario.F1)
                .doesNotContain(Scenario.F2, Scenario.F6, Scenario.F7);
        assertThat(kinds(known(LONDON, null, ""), known(new Coordinates(51.50745, -0.1278), null, "")))
                .contains(Scenario.F2, Scenario.F7);
        assertThat(kinds(in("Europe/Rome", "Canon"), in("UTC", "Canon"))).contains(Scenario.F3);
        assertThat(kinds(in("UTC", "Canon"), in("UTC", "Nikon"))).contains(Scenario.F4);
        assertThat(kinds(known(null, MORNING, ""), known(null, "2024-05-01T20:00:00", "")))
                .contains(Scenario.F5);
        assertThat(kinds(known(LONDON, MORNING, ""), known(PARIS, "2024-05-01T20:00:00", "")))
                .contains(Scenario.F6);
    }

    @Test
    void knowsExtremes() {
        assertThat(kinds(sized(BIG, 1))).contains(Scenario.X1);
        assertThat(kinds(Collections.nCopies(10, 0).stream()
                        .map(each -> sized(BIG, 1))
                        .toArray(RemoteAsset[]::new)))
                .contains(Scenario.X2);
        assertThat(kinds(sized(BIG, (50L << 20) + 1), sized(BIG, 1))).contains(Scenario.X3);
        assertThat(kinds(sized(BIG, 50L << 20), sized(BIG, 1))).doesNotContain(Scenario.X3);
        assertThat(kinds(named("a{1}.jpg"), named("b.jpg"))).contains(Scenario.X4);
        assertThat(kinds(named("a b-1_.jpg"), named("b.jpg"))).doesNotContain(Scenario.X4);
        assertThat(kinds(named("a.mov"), named("b.HEIC"))).contains(Scenario.X5, Scenario.X6);
        assertThat(kinds(named("a.png"), named("b.CR3"))).contains(Scenario.X7, Scenario.X8);
        assertThat(kinds(known(null, null, "Köln"), named("b.jpg"))).contains(Scenario.X9);
        assertThat(kinds(known(null, "1975-01-01T00:00:00", ""), named("b.jpg")))
                .contains(Scenario.X10);
        assertThat(kinds(known(null, "0001-01-01T00:00:00", ""), named("b.jpg")))
                .doesNotContain(Scenario.X10);
        assertThat(kinds(known(null, "2040-01-01T00:00:00", ""), named("b.jpg")))
                .contains(Scenario.X11);
        assertThat(kinds(named("a.jpg"), named("b.jpg")))
                .doesNotContain(
                        Scenario.X5, Scenario.X6, Scenario.X7, Scenario.X8, Scenario.X9, Scenario.X10, Scenario.X11);
    }

    @Test
    void areChosenByTheBeginningOfTheirCode() {
        assertThat(Scenario.startingWith("x1")).containsExactly(Scenario.X1, Scenario.X10, Scenario.X11);
        assertThat(Scenario.startingWith("")).hasSize(34);
        assertThat(Scenario.startingWith("Q")).isEmpty();
    }

    private static Set<Scenario> kinds(RemoteAsset... assets) {
        var group = new RemoteDuplicateGroup(DuplicateGroupId.random(), Arrays.asList(assets));
        ScenarioGroup seen = CandidateSearch.look(group, THIS_YEAR);
        return EnumSet.allOf(Scenario.class).stream()
                .filter(scenario -> scenario.holds(seen))
                .collect(Collectors.toSet());
    }

    private static RemoteAsset named(String fileName) {
        return RemoteSamples.asset(fileName, UserId.random());
    }

    private static RemoteAsset sized(@Nullable Dimensions dimensions, long size) {
        RemoteAsset asset = named("a.jpg");
        RemoteOriginal old = asset.original();
        return asset.withOriginal(
                new RemoteOriginal(old.fileName(), old.path(), old.type(), old.checksum(), size, dimensions));
    }

    private static RemoteAsset known(@Nullable Coordinates place, @Nullable String local, String description) {
        var capture = new Capture(local == null ? null : LocalDateTime.parse(local), null, null);
        return with(Camera.UNKNOWN, capture, Location.of(place), new Caption(description, null, List.of()));
    }

    private static RemoteAsset in(String zone, String make) {
        return with(new Camera(make, null, null), new Capture(null, zone, null), Location.UNKNOWN, Caption.NONE);
    }

    private static RemoteAsset with(Camera camera, Capture capture, Location location, Caption caption) {
        return named("a.jpg").withExif(new Exif(camera, Exposure.UNKNOWN, capture, location, caption, Frame.UNKNOWN));
    }
}
