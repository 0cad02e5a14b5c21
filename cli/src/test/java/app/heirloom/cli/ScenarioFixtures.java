package app.heirloom.cli;

import app.heirloom.cli.ScenarioFixture.Copy;
import app.heirloom.library.duplicate.merge.MetadataConflict.Kind;
import app.heirloom.testkit.TinyExif;
import app.heirloom.testkit.TinyPhotos;
import app.heirloom.testkit.TinyRaw;
import app.heirloom.tools.duplicates.Scenario;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * A group for each scenario. Where nothing else is said, the winner has four times the pixels of the others. Where a file
 * has no date, servers take the time of the file for one.
 */
final class ScenarioFixtures {
    private static final int LARGE = 51 << 20;
    private static final String MORNING = "2024-05-01T08:00:00";
    private static final String EVENING = "2024-05-01T20:00:00";
    private static final String LONG_AGO = "1975-06-01T12:00:00";
    private static final String TO_COME = "2099-06-01T12:00:00";
    private static final String UTC = "UTC+0";

    private final Path folder;

    /** @param folder where files may be left while they are made */
    ScenarioFixtures(Path folder) {
        this.folder = folder;
    }

    List<ScenarioFixture> all() {
        return Arrays.stream(Scenario.values()).map(this::of).toList();
    }

    ScenarioFixture of(Scenario scenario) {
        var pictures = new ScenarioPictures(scenario.name(), folder);
        var best = new Copy("best.jpg", pictures.jpeg(640, 480));
        var other = new Copy("other.jpg", pictures.jpeg(320, 240));
        var third = new Copy("third.jpg", pictures.jpeg(160, 120));
        var broken = new Copy("broken.jpg", pictures.unreadable(200_000));
        return switch (scenario) {
            case W1, C7, F7 -> fixture(scenario, other, best);
            case W2 -> fixture(scenario, new Copy("coarse.jpg", pictures.jpeg(640, 480, 0.3f)), best);
            case W3 -> fixture(scenario, marked("best.jpg", best, "a"), marked("younger.jpg", best, "b"));
            case W4 -> fixture(scenario, broken, other, best);
            case W5 -> fixture(scenario, broken, best);
            case W6 -> fixture(scenario, broken, new Copy("best.jpg", pictures.unreadable(200_001)));
            case W7 -> fixture(scenario, third, best, other);
            case W8 -> fixture(scenario, new Copy("upright.jpg", pictures.jpeg(480, 640, 0.3f)), best);
            case C1 -> fixture(scenario, best, london(other));
            case C2 -> fixture(scenario, Set.of(Kind.CAPTURE_TIME), best, other.at(MORNING, UTC));
            case C3 -> fixture(scenario, best, other.saying("By the river"));
            case C4 -> fixture(scenario, Set.of(Kind.CAPTURE_TIME), best, complete(other));
            case C5 -> fixture(scenario, Set.of(Kind.GPS), london(best), paris(other));
            case C6 -> fixture(scenario, best, london(other), third.saying("By the river"));
            case C8 -> fixture(scenario, other.at(MORNING, UTC), complete(best));
            case F1 -> fixture(scenario, Set.of(Kind.GPS), london(other), paris(best));
            case F2 -> fixture(scenario, other.in(51.50740, -0.1278), best.in(51.50745, -0.1278));
            case F3 -> fixture(scenario, Set.of(Kind.TIMEZONE), other.at(MORNING, "UTC+2"), best.at(MORNING, UTC));
            case F4 -> fixture(scenario, Set.of(Kind.CAMERA_INFO), by("Canon", other), by("Nikon", best));
            case F5 -> fixture(scenario, Set.of(Kind.CAPTURE_TIME), other.at(MORNING, UTC), best.at(EVENING, UTC));
            case F6 ->
                fixture(
                        scenario,
                        Set.of(Kind.GPS, Kind.CAPTURE_TIME),
                        london(other).at(MORNING, UTC),
                        paris(best).at(EVENING, UTC));
            case X1 -> fixture(scenario, best);
            case X2 -> fixture(scenario, many(pictures, best));
            case X3 -> fixture(scenario, other, new Copy("best.jpg", ScenarioPictures.padded(best.content(), LARGE)));
            case X4 -> fixture(scenario, new Copy("!@#$%^&*()[]{}|;'\"<>?.jpg", other.content()), best);
            case X5 ->
                fixture(
                        scenario,
                        new Copy("other.mp4", pictures.video(320, 240)),
                        new Copy("best.mp4", pictures.video(640, 480)));
            case X6 -> fixture(scenario, other, new Copy("best.heic", pictures.heif(640, 480)));
            case X7 -> fixture(scenario, other, new Copy("best.png", pictures.png(640, 480)));
            case X8 -> fixture(scenario, other, new Copy("best.dng", TinyRaw.dng(best.content(), 1)));
            case X9 -> fixture(scenario, best, other.saying("Köln, 東京 🌸"));
            case X10 -> fixture(scenario, other.at(LONG_AGO, UTC), best.at(LONG_AGO, UTC));
            case X11 -> fixture(scenario, other.at(TO_COME, UTC), best.at(TO_COME, UTC));
        };
    }

    private static List<Copy> many(ScenarioPictures pictures, Copy best) {
        List<Copy> copies = new ArrayList<>();
        for (int i = 1; i <= 11; i++) {
            copies.add(new Copy("copy" + i + ".jpg", pictures.jpeg(640 - 4 * i, 480 - 3 * i)));
        }
        copies.add(best);
        return copies;
    }

    private static Copy london(Copy copy) {
        return copy.in(51.5074, -0.1278);
    }

    private static Copy paris(Copy copy) {
        return copy.in(48.8566, 2.3522);
    }

    private static Copy complete(Copy copy) {
        return london(copy).at(MORNING, UTC).saying("By the river");
    }

    private static Copy by(String make, Copy copy) {
        return new Copy(copy.fileName(), TinyPhotos.withExif(copy.content(), new TinyExif().camera(make, "One")));
    }

    /** As large as with any other mark of one letter. */
    private static Copy marked(String fileName, Copy copy, String mark) {
        return new Copy(fileName, TinyPhotos.withXmp(copy.content(), mark));
    }

    private static ScenarioFixture fixture(Scenario scenario, Copy... copies) {
        return fixture(scenario, List.of(copies));
    }

    private static ScenarioFixture fixture(Scenario scenario, List<Copy> copies) {
        return fixture(scenario, Set.of(), copies);
    }

    private static ScenarioFixture fixture(Scenario scenario, Set<Kind> conflicts, Copy... copies) {
        return fixture(scenario, conflicts, List.of(copies));
    }

    private static ScenarioFixture fixture(Scenario scenario, Set<Kind> conflicts, List<Copy> copies) {
        String winner = copies.stream()
                .map(Copy::fileName)
                .filter(name -> name.startsWith("best."))
                .findFirst()
                .orElseThrow();
        return new ScenarioFixture(scenario, copies, winner, conflicts);
    }
}
