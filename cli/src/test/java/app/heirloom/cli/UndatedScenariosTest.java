package app.heirloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.cli.terminal.ExitCode;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.grouping.DuplicateGroupId;
import app.heirloom.library.metadata.Capture;
import app.heirloom.library.metadata.Coordinates;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.metadata.MetadataEdits;
import app.heirloom.library.metadata.edit.AssetEdit;
import app.heirloom.library.remote.RemoteServer;
import app.heirloom.library.remote.RemoteServer.Kind;
import app.heirloom.testkit.remote.FakePhotoServer;
import app.heirloom.testkit.remote.standin.StandInServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The scenarios C2 and C4, of a keeper without a date. Heirloom has none, since it says the date of the file where it knows
 * no other, as Immich does once it has read the file; before that Immich says none.
 */
class UndatedScenariosTest {
    private static final Capture TAKEN = new Capture(LocalDateTime.parse("2020-02-03T04:05:06"), "UTC+02:00", null);
    private static final Coordinates LONDON = new Coordinates(51.5074, -0.1278);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "C2, IMMICH, 2, 7", "C2, IMMICH, 3, 2", "C2, HEIRLOOM, 3, 2",
        "C4, IMMICH, 2, 7", "C4, IMMICH, 3, 2", "C4, HEIRLOOM, 3, 2"
    })
    void theKeeperGetsTheDateAndRestoreTakesItBackOrTellsThatItStays(String scenario, Kind kind, int major, int minor) {
        var photos =
                new FakePhotoServer().as(new RemoteServer(URI.create("http://photos.test"), kind, major, minor, 0));
        try (var server = StandInServer.start(photos)) {
            AssetId keeper = photos.add("keeper.jpg", new byte[30]).id();
            AssetId loser = photos.add("loser.jpg", new byte[20]).id();
            DuplicateGroupId group = photos.group(List.of(keeper, loser));
            boolean isAll = scenario.equals("C4");
            var edits = new MetadataEdits(isAll ? "By the river" : null, null, isAll ? LONDON : null, TAKEN);
            photos.assets().edit(loser, new AssetEdit(null, null, edits));
            Exif loserBefore = photos.get(loser).exif();
            Exif keeperBefore = photos.get(keeper).exif();
            var program = DupesProgram.of(server, folder);
            Path analysis = folder.resolve("analysis.json");
            Path backup = folder.resolve("backup");

            assertThat(program.run("candidates", "--scenario", scenario).text()).contains(group.toString());
            assertThat(program.run("analyze", "-o", analysis).code()).isEqualTo(ExitCode.DONE);
            assertThat(program.run("execute", "-i", analysis, "-b", backup, "--yes")
                            .code())
                    .isEqualTo(ExitCode.DONE);
            Exif kept = photos.get(keeper).exif();
            assertThat(kept.capture()).isEqualTo(TAKEN);
            assertThat(kept.coordinates()).isEqualTo(isAll ? LONDON : null);
            assertThat(kept.caption().description()).isEqualTo(isAll ? "By the river" : "");
            assertThat(program.run("verify", analysis).code()).isEqualTo(ExitCode.DONE);

            var restored = program.run("restore", "-b", backup);
            assertThat(restored.code()).isEqualTo(ExitCode.DONE);
            if (kind == Kind.HEIRLOOM) {
                assertThat(restored.text())
                        .contains("take from keeper.jpg the date")
                        .doesNotContain("stays");
                assertThat(photos.get(keeper).exif()).isEqualTo(keeperBefore);
            } else {
                assertThat(restored.text()).contains("the date that keeper.jpg was given stays");
            }
            assertThat(photos.get(loser).state().trashed()).isFalse();
            assertThat(photos.get(loser).exif()).isEqualTo(loserBefore);
            assertThat(photos.get(keeper).exif().caption().description()).isEmpty();
        }
    }
}
