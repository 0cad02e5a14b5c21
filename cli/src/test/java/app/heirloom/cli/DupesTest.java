package app.heirloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.cli.terminal.ExitCode;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.grouping.DuplicateGroupId;
import app.heirloom.library.user.Permission;
import app.heirloom.testkit.remote.FakePhotoServer;
import app.heirloom.testkit.remote.standin.Fault;
import app.heirloom.testkit.remote.standin.StandInServer;
import app.heirloom.tools.duplicates.AnalysisFile;
import app.heirloom.tools.duplicates.AnalyzedGroup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program against a stand-in, with address and key from the environment. */
class DupesTest {
    @TempDir
    private Path folder;

    private final FakePhotoServer photos = new FakePhotoServer();
    private final StandInServer server = StandInServer.start(photos);
    private DuplicateGroupId group = DuplicateGroupId.random();
    private AssetId heavy = AssetId.random();
    private AssetId light = AssetId.random();

    @BeforeEach
    void fill() {
        light = photos.add("light.jpg", new byte[10]).id();
        heavy = photos.add("heavy.heic", new byte[20]).id();
        group = photos.group(List.of(light, heavy));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void analyzeWritesWhatToKeep() {
        assertThat(run("analyze", "-o", output().toString())).isEqualTo(ExitCode.DONE);
        AnalyzedGroup found = groups().getFirst();
        assertThat(found.id()).isEqualTo(group);
        assertThat(found.keeper().id()).isEqualTo(heavy);
        assertThat(found.reason()).isEqualTo("its file is the largest (20 bytes)");
    }

    @Test
    void rulesCanBeGivenAndSavedUnderAName() {
        String profiles = folder.resolve("keepers.conf").toString();
        assertThat(run(
                        "analyze",
                        "-o",
                        output().toString(),
                        "--keep=format=jpg",
                        "--save-profile=jpegs",
                        "--profile-file",
                        profiles))
                .isEqualTo(ExitCode.DONE);
        assertThat(groups().getFirst().keeper().id()).isEqualTo(light);
        String[] again = {"analyze", "-o", output().toString(), "--profile=jpegs", "--profile-file", profiles};
        assertThat(run(again)).isEqualTo(ExitCode.DONE);
        assertThat(groups().getFirst().keeper().id()).isEqualTo(light);
        assertThat(run("analyze", "-o", output().toString(), "--profile=none", "--profile-file", profiles))
                .isEqualTo(ExitCode.CANNOT);
        assertThat(run("analyze", "-o", output().toString(), "--keep=nonsense")).isEqualTo(ExitCode.CANNOT);
    }

    @Test
    void aFailureLeavesNoFile() {
        server.faults().always("GET /api/duplicates", Fault.HALF_ANSWER);
        assertThat(run("analyze", "-o", output().toString())).isEqualTo(ExitCode.CANNOT);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aKeyThatLacksAPermissionStopsItBeforeItStarts() {
        photos.allowing(Set.of(Permission.USER_READ, Permission.ASSET_READ, Permission.ALBUM_READ));
        assertThat(run("analyze", "-o", output().toString())).isEqualTo(ExitCode.CANNOT);
        assertThat(server.requests()).doesNotContain("GET /api/duplicates", "GET /api/albums");
    }

    @Test
    void candidatesShowWhatCanBeTriedOut() throws Exception {
        Path file = folder.resolve("candidates.json");
        assertThat(run("candidates", "--json", "--scenario", "W", "-o", file.toString()))
                .isEqualTo(ExitCode.DONE);
        assertThat(Files.readString(file)).contains("\"W2\"", group.toString()).doesNotContain("\"C1\"");
        assertThat(run("candidates", "--scenario", "Q")).isEqualTo(ExitCode.CANNOT);
        assertThat(run("candidates")).isEqualTo(ExitCode.DONE);
    }

    @Test
    void letterboxTellsWhatItSawWhereThereIsNoPair() {
        assertThat(run("letterbox", "analyze", "-o", output().toString())).isEqualTo(ExitCode.DONE);
        assertThat(groups()).isEmpty();
        assertThat(run(
                        "letterbox",
                        "analyze",
                        "--json",
                        "-o",
                        folder.resolve("none/x").toString()))
                .isEqualTo(ExitCode.CANNOT);
    }

    private Path output() {
        return folder.resolve("analysis.json");
    }

    private List<AnalyzedGroup> groups() {
        List<AnalyzedGroup> groups = new ArrayList<>();
        AnalysisFile.open(output()).forEach(groups::add);
        return groups;
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("dupes"));
        all.addAll(List.of(arguments));
        Map<String, String> environment = Map.of(
                "IMMICH_URL", server.url(),
                "IMMICH_API_KEY", StandInServer.KEY,
                "HEIRLOOM_SERVER_FILE", folder.resolve("none.conf").toString());
        return CliMain.run(all.toArray(String[]::new), environment);
    }
}
