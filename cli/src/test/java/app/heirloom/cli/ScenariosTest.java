package app.heirloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.cli.ScenarioFixture.Copy;
import app.heirloom.cli.remote.RunningHeirloom;
import app.heirloom.cli.terminal.ExitCode;
import app.heirloom.immich.client.ImmichPhotoServer;
import app.heirloom.immich.client.transport.ApiSecret;
import app.heirloom.immich.client.transport.ClientConfig;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.asset.grouping.DuplicateGroupId;
import app.heirloom.library.duplicate.merge.MetadataConflict;
import app.heirloom.library.metadata.Coordinates;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.remote.asset.RemoteAsset;
import app.heirloom.library.remote.asset.RemoteState;
import app.heirloom.library.remote.asset.RemoteUpload;
import app.heirloom.tools.duplicates.AnalysisFile;
import app.heirloom.tools.duplicates.AnalyzedGroup;
import app.heirloom.tools.duplicates.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One group of each kind on a real Heirloom, judged by the program. */
class ScenariosTest {
    private static final Instant UPLOADED = Instant.parse("2024-07-01T00:00:00Z");
    private static final Coordinates LONDON = new Coordinates(51.5074, -0.1278);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    private static Path folder;

    private static RunningHeirloom heirloom;
    private static String key = "";
    private static final Map<Scenario, ScenarioFixture> FIXTURES = new EnumMap<>(Scenario.class);
    private static final Map<Scenario, DuplicateGroupId> IDS = new EnumMap<>(Scenario.class);
    private static final Map<DuplicateGroupId, AnalyzedGroup> ANALYZED = new HashMap<>();
    private static JsonNode candidates;

    @BeforeAll
    static void analyze() throws IOException {
        heirloom = RunningHeirloom.start(folder.resolve("data"));
        key = heirloom.newKey("all");
        try (var photos = ImmichPhotoServer.connect(ClientConfig.of(heirloom.url(), ApiSecret.of(key)))) {
            Map<Scenario, List<AssetId>> uploaded = new EnumMap<>(Scenario.class);
            for (ScenarioFixture fixture : new ScenarioFixtures(folder).all()) {
                FIXTURES.put(fixture.scenario(), fixture);
                uploaded.put(fixture.scenario(), upload(photos, fixture));
            }
            awaitIdle();
            FIXTURES.forEach(
                    (scenario, fixture) -> edit(photos, fixture, Objects.requireNonNull(uploaded.get(scenario))));
            awaitIdle();
            uploaded.forEach(ScenariosTest::group);
        }
        Path analysis = folder.resolve("analysis.json");
        assertThat(run("analyze", "-o", analysis.toString())).isEqualTo(ExitCode.DONE);
        AnalysisFile.open(analysis).forEach(group -> ANALYZED.put(group.id(), group));
        Path found = folder.resolve("candidates.json");
        assertThat(run("candidates", "--json", "-o", found.toString())).isEqualTo(ExitCode.DONE);
        candidates = JsonMapper.shared().readTree(Files.readString(found));
    }

    @AfterAll
    static void stop() {
        heirloom.close();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "X1")
    void keepsTheBestAndSaysWhatIsContradictory(Scenario scenario) {
        ScenarioFixture fixture = Objects.requireNonNull(FIXTURES.get(scenario));
        AnalyzedGroup group = analyzed(scenario);
        assertThat(group.keeper().file().name()).isEqualTo(fixture.winner());
        assertThat(group.losers()).hasSize(fixture.copies().size() - 1);
        assertThat(group.conflicts())
                .extracting(MetadataConflict::kind)
                .containsExactlyInAnyOrderElementsOf(fixture.conflicts());
        assertThat(group.needsReview()).isEqualTo(!fixture.conflicts().isEmpty());
    }

    /** Two kinds are for {@link UndatedScenariosTest}: here a photo without a date has that of its file. One is no group. */
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"C2", "C4", "X1"})
    void isRecognisedAsWhatItIs(Scenario scenario) {
        List<String> groups = new ArrayList<>();
        candidates.forEach(kind -> {
            if (kind.path("scenario").stringValue().equals(scenario.name())) {
                kind.path("groups")
                        .forEach(group -> groups.add(group.path("duplicate_id").stringValue()));
            }
        });
        assertThat(groups).contains(idOf(scenario).toString());
    }

    @Test
    void aSingleAssetIsNoGroup() {
        assertThat(ANALYZED).doesNotContainKey(idOf(Scenario.X1)).hasSize(Scenario.values().length - 1);
    }

    @Test
    void executedVerifiedAndRestoredAllIsAsBefore() {
        String analysis = folder.resolve("analysis.json").toString();
        String backup = folder.resolve("backup").toString();
        try (var photos = ImmichPhotoServer.connect(ClientConfig.of(heirloom.url(), ApiSecret.of(key)))) {
            Map<AssetId, Situation> before = situations(photos);

            assertThat(run("execute", "-i", analysis, "-b", backup, "--include-review", "--yes"))
                    .isEqualTo(ExitCode.DONE);
            assertThat(run("verify", analysis)).isEqualTo(ExitCode.DONE);
            ANALYZED.values().forEach(group -> assertExecuted(photos, group));
            assertInherited(photos);

            assertThat(run("restore", "-b", backup)).isEqualTo(ExitCode.DONE);
            Map<AssetId, Situation> after = situations(photos);
            ANALYZED.values()
                    .forEach(group -> group.assets()
                            .forEach(asset -> assertThat(after.get(asset.id()))
                                    .as(group.keeper().file().name() + " of " + scenarioOf(group))
                                    .isEqualTo(before.get(asset.id()))));
            assertThat(run("verify", analysis)).isEqualTo(ExitCode.INCOMPLETE);
        }
    }

    private static Scenario scenarioOf(AnalyzedGroup group) {
        return IDS.entrySet().stream()
                .filter(entry -> entry.getValue().equals(group.id()))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    /** What is to be as it was. */
    private record Situation(boolean trashed, boolean favorite, Visibility visibility, Instant captured, Exif exif) {}

    private static Map<AssetId, Situation> situations(ImmichPhotoServer photos) {
        Map<AssetId, Situation> situations = new HashMap<>();
        ANALYZED.values().stream().flatMap(AnalyzedGroup::assets).forEach(analyzed -> {
            RemoteAsset asset = photos.assets().get(analyzed.id()).asset();
            RemoteState state = asset.state();
            situations.put(
                    asset.id(),
                    new Situation(
                            state.trashed(),
                            state.favorite(),
                            state.visibility(),
                            asset.times().captured(),
                            asset.exif()));
        });
        return situations;
    }

    private static void assertExecuted(ImmichPhotoServer photos, AnalyzedGroup group) {
        assertThat(photos.assets().get(group.keeper().id()).asset().state().trashed())
                .isFalse();
        group.losers()
                .forEach(loser -> assertThat(
                                photos.assets().get(loser.id()).asset().state().trashed())
                        .isTrue());
    }

    private static void assertInherited(ImmichPhotoServer photos) {
        assertThat(keeper(photos, Scenario.C1).coordinates()).isEqualTo(LONDON);
        assertThat(keeper(photos, Scenario.C3).caption().description()).isEqualTo("By the river");
        assertThat(keeper(photos, Scenario.C6).coordinates()).isEqualTo(LONDON);
        assertThat(keeper(photos, Scenario.C6).caption().description()).isEqualTo("By the river");
        assertThat(keeper(photos, Scenario.C7).caption().description()).isEmpty();
        assertThat(keeper(photos, Scenario.F1).coordinates()).isEqualTo(new Coordinates(48.8566, 2.3522));
        assertThat(keeper(photos, Scenario.X9).caption().description()).isEqualTo("Köln, 東京 🌸");
    }

    private static Exif keeper(ImmichPhotoServer photos, Scenario scenario) {
        return photos.assets().get(analyzed(scenario).keeper().id()).asset().exif();
    }

    private static DuplicateGroupId idOf(Scenario scenario) {
        return Objects.requireNonNull(IDS.get(scenario));
    }

    private static AnalyzedGroup analyzed(Scenario scenario) {
        return Objects.requireNonNull(ANALYZED.get(idOf(scenario)), scenario::name);
    }

    private static List<AssetId> upload(ImmichPhotoServer photos, ScenarioFixture fixture) throws IOException {
        List<AssetId> ids = new ArrayList<>();
        for (Copy copy : fixture.copies()) {
            Path file = Files.write(folder.resolve("upload"), copy.content());
            Instant time = UPLOADED.plusMillis(ids.size());
            ids.add(photos.originals()
                    .upload(new RemoteUpload(
                            RemoteUpload.Content.of(file), copy.fileName(), time, time, RemoteUpload.Wish.PLAIN))
                    .id());
        }
        return ids;
    }

    private static void edit(ImmichPhotoServer photos, ScenarioFixture fixture, List<AssetId> ids) {
        for (int i = 0; i < ids.size(); i++) {
            photos.assets().edit(ids.get(i), fixture.copies().get(i).edit());
        }
    }

    /** By hand: what is alike in looks alone the server does not always take for the same. */
    private static void group(Scenario scenario, List<AssetId> members) {
        DuplicateGroupId id = DuplicateGroupId.random();
        IDS.put(scenario, id);
        List<String> ids = members.stream().map(AssetId::toString).toList();
        heirloom.send(
                "PUT",
                "/assets",
                JsonMapper.shared().writeValueAsString(Map.of("ids", ids, "duplicateId", id.toString())));
    }

    private static void awaitIdle() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (isBusy()) {
            assertThat(System.nanoTime()).as("patience").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private static boolean isBusy() {
        return heirloom.send("GET", "/jobs", "").valueStream().anyMatch(queue -> {
            JsonNode counts = queue.path("jobCounts");
            return counts.path("active").asInt()
                            + counts.path("waiting").asInt()
                            + counts.path("delayed").asInt()
                    > 0;
        });
    }

    private static int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("dupes"));
        all.addAll(List.of(arguments));
        Map<String, String> environment = Map.of(
                "IMMICH_URL", heirloom.url(),
                "IMMICH_API_KEY", key,
                "HEIRLOOM_SERVER_FILE", folder.resolve("none.conf").toString());
        return CliMain.run(all.toArray(String[]::new), environment);
    }
}
