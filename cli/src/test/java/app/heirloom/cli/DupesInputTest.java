package app.heirloom.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.heirloom.cli.terminal.ExitCode;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.metadata.Coordinates;
import app.heirloom.library.metadata.MetadataEdits;
import app.heirloom.library.metadata.edit.AssetEdit;
import app.heirloom.library.remote.RemoteUser;
import app.heirloom.library.user.Permission;
import app.heirloom.library.user.UserId;
import app.heirloom.testkit.remote.FakePhotoServer;
import app.heirloom.testkit.remote.standin.StandInServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Input that is wrong: it is said what and where, and the server is left alone. */
class DupesInputTest {
    private static final int LARGE = 40_000;

    @TempDir
    private Path folder;

    private final FakePhotoServer photos = new FakePhotoServer();
    private final StandInServer server = StandInServer.start(photos);
    private AssetId keeper = AssetId.random();
    private AssetId loser = AssetId.random();

    @BeforeEach
    void analyze() {
        keeper = photos.add("keeper.jpg", new byte[30]).id();
        loser = photos.add("loser.jpg", new byte[20]).id();
        photos.group(List.of(keeper, loser));
        assertThat(run("analyze", "-o", analysis()).code()).isEqualTo(ExitCode.DONE);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private DupesProgram.Said run(Object... arguments) {
        return DupesProgram.of(server, folder).run(arguments);
    }

    private Path analysis() {
        return folder.resolve("analysis.json");
    }

    private DupesProgram.Said execute() {
        return execute(folder.resolve("backup"));
    }

    private DupesProgram.Said execute(Path backup) {
        return run("execute", "-i", analysis(), "-b", backup, "--yes", "--force");
    }

    private void assertRefused(DupesProgram.Said said, String... reasons) {
        assertThat(said.code()).isEqualTo(ExitCode.CANNOT);
        assertThat(said.text()).contains(reasons).doesNotContain("\tat ");
        assertThat(server.requests())
                .noneMatch(request -> request.startsWith("PUT") || request.startsWith("DELETE"))
                .noneMatch(request -> request.startsWith("POST"));
        assertThat(photos.find(loser)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "'\"heirloom dupes\"', '\"immich-dupes\"', another tool wrote it",
        "'\"format\":1', '\"format\":7', its format is 7",
        "'\"groups\"', '\"Groups\"', it has no groups",
        "'{', '[', it is no analysis",
        "'\"winner\":{', '\"winner\":{{', damaged",
        "'\"user_id\":\"', '\"user_id\":\"x', cannot be used"
    })
    void aFileThatIsNoAnalysisOfOursIsRefused(String ours, String theirs, String reason) throws IOException {
        String text = Files.readString(analysis()).replaceAll("\\s*(:)\\s*", "$1");
        assertThat(text).contains(ours);
        Files.writeString(analysis(), text.replaceFirst(Pattern.quote(ours), theirs));
        assertRefused(execute(), reason);
        assertRefused(run("verify", analysis()), reason);
    }

    @Test
    void aFileThatIsNotThereOrEmptyOrAFolderIsRefused() throws IOException {
        Files.writeString(analysis(), "");
        assertRefused(execute(), "analysis.json");
        Files.delete(analysis());
        assertRefused(execute(), "analysis.json", "there is no such file");
        Files.createDirectory(analysis());
        assertRefused(execute(), "analysis.json", "it is a folder");
        assertRefused(run("analyze", "-o", analysis()), "analysis.json", "it is a folder");
    }

    @Test
    void wrongOptionsAreToldWithTheWayTheyLookAndNoMore() {
        var said = run("execute", "-i", analysis(), "-b", folder.resolve("backup"), "--rate-limit", "fast");
        assertRefused(said, "'fast' is not a", "Usage: heirloom dupes execute", "heirloom dupes execute --help");
        assertThat(said.text().lines().count()).isLessThan(12);
        assertRefused(run("execute", "-i", analysis(), "-b", "x", "--yes", "--concurrent", "0"), "at least 1 at once");
        assertRefused(run("elsewhere"), "elsewhere", "letterbox");
    }

    @Test
    void whatIsLeftOutIsNeitherAskedAboutNorCounted() {
        photos.assets().edit(keeper, place(51.5, -0.1));
        photos.assets().edit(loser, place(48.8, 2.3));
        AssetId other = photos.add("other-keeper.jpg", new byte[60]).id();
        photos.group(List.of(other, photos.add("other-loser.jpg", new byte[50]).id()));
        assertThat(run("analyze", "-o", analysis()).code()).isEqualTo(ExitCode.DONE);
        var said = run("execute", "-i", analysis(), "-b", folder.resolve("backup"), "--skip-review");
        assertRefused(said, "1 groups: 1 files", "Nobody is there to agree");
    }

    @Test
    void anAnalysisOfNothingAsksNothing() throws IOException {
        photos.trash().remove(List.of(loser));
        assertThat(run("analyze", "-o", analysis()).code()).isEqualTo(ExitCode.DONE);
        assertThat(run("execute", "-i", analysis(), "-b", folder.resolve("backup")))
                .satisfies(said -> assertThat(said.text()).contains("0 groups"))
                .extracting("code")
                .isEqualTo(ExitCode.DONE);
    }

    private static AssetEdit place(double latitude, double longitude) {
        return new AssetEdit(null, null, new MetadataEdits(null, null, new Coordinates(latitude, longitude), null));
    }

    @Test
    void machinesHearOfRestorationsAndOfTheStatusToo() throws IOException {
        Path backup = folder.resolve("backup");
        assertThat(execute().code()).isEqualTo(ExitCode.DONE);
        JsonNode status = JsonMapper.shared()
                .readTree(run("status", "-b", backup, "--json").text());
        assertThat(status.path("done").intValue()).isEqualTo(1);
        assertThat(status.path("bytes").longValue()).isEqualTo(20);
        assertThat(run("restore", "-b", backup, "--json").text())
                .contains("\"notes\":[\"upload loser.jpg\"]", "{\"restored\":1,\"unchanged\":0,\"failed\":0}");
    }

    @Test
    void anAssetThatIsNamedTwiceIsRefused() throws IOException {
        String text = Files.readString(analysis());
        Files.writeString(analysis(), text.replace(loser.toString(), keeper.toString()));
        assertRefused(execute(), keeper.toString(), "is named twice");
    }

    @Test
    void theServerOfAnotherUserIsRefused() {
        photos.ownedBy(new RemoteUser(UserId.random(), "Ben", "ben@example.com", false));
        assertRefused(execute(), "was made on " + server.url() + " with the key of another user");
    }

    @Test
    void aKeyThatLacksPermissionsIsToldWhichBeforeAnythingIsDone() {
        photos.allowing(EnumSet.of(
                Permission.USER_READ, Permission.ASSET_READ, Permission.ASSET_DELETE, Permission.ALBUM_READ));
        var said = execute();
        assertRefused(said, "asset.download", "asset.update", "albumAsset.create", "stack.read", "sharedLink.read");
        assertThat(said.text()).doesNotContain("asset.delete", StandInServer.KEY);
        assertThat(folder.resolve("backup")).doesNotExist();
    }

    @Test
    void aBackupFolderOfAnotherUserIsRefused() {
        assertThat(execute().code()).isEqualTo(ExitCode.DONE);
        photos.ownedBy(new RemoteUser(UserId.random(), "Ben", "ben@example.com", false));
        var said = run("restore", "-b", folder.resolve("backup"));
        assertThat(said.code()).isEqualTo(ExitCode.CANNOT);
        assertThat(said.text()).contains("is of another user");
        assertThat(run("restore", "-b", folder).text()).contains("is no backup folder");
    }

    @Test
    void aDiskThatFillsUpInMidBackupLosesNothingAndTheRunGoesOnWhenThereIsRoom() throws Exception {
        List<AssetId> losers = new ArrayList<>(List.of(loser));
        for (int i = 1; i <= 6; i++) {
            AssetId best = photos.add(i + "-keeper.jpg", bytes(i, LARGE + 1)).id();
            losers.add(photos.add(i + "-loser.jpg", bytes(i, LARGE)).id());
            photos.group(List.of(best, losers.getLast()));
        }
        assertThat(run("analyze", "-o", analysis()).code()).isEqualTo(ExitCode.DONE);
        Path backup = Files.createDirectory(folder.resolve("small"));
        assumeTrue(mount("mount", "-t", "tmpfs", "-o", "size=160k", "tmpfs", backup.toString()), "cannot mount a disk");
        try {
            var said = execute(backup);
            assertThat(said.code()).isEqualTo(ExitCode.CANNOT);
            assertThat(said.text()).contains("STORAGE_FULL", "No space left");
            long left =
                    losers.stream().filter(id -> photos.find(id).isPresent()).count();
            assertThat(left).as("those that found no room").isBetween(1L, 6L);
            assertThat(mount("mount", "-o", "remount,size=10m", backup.toString()))
                    .isTrue();
            assertThat(execute(backup).code()).isEqualTo(ExitCode.DONE);
            assertThat(losers).allSatisfy(id -> assertThat(photos.find(id)).isEmpty());
            assertThat(run("restore", "-b", backup).code()).isEqualTo(ExitCode.DONE);
            assertThat(photos.all()).hasSize(14);
        } finally {
            mount("umount", backup.toString());
        }
    }

    private static byte[] bytes(int seed, int size) {
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, (byte) seed);
        return bytes;
    }

    private static boolean mount(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    }

    @Test
    void anyFileNameGoesIntoTheBackupAndComesBackAsItWas() {
        List<String> names = List.of(
                "\uD83D\uDE00".repeat(62) + "abc.jpg",
                "a".repeat(251) + ".jpg",
                "a/b\\c.jpg",
                "../..",
                "...",
                ".hidden.jpg",
                "\"quoted\" 'twice'.jpg",
                "!@#$%^&*()[]{}|;'\"<>?.jpg",
                "CON",
                "K\u00F6ln \u6771\u4EAC \uD83C\uDF38.heic",
                "no extension",
                "ends in dots...",
                "two  spaces .jpg ");
        for (int i = 0; i < names.size(); i++) {
            AssetId best = photos.add("keeper.jpg", bytes(i, 200)).id();
            photos.group(List.of(best, photos.add(names.get(i), bytes(i, 100)).id()));
        }
        assertThat(run("analyze", "-o", analysis()).code()).isEqualTo(ExitCode.DONE);
        assertThat(execute().code()).isEqualTo(ExitCode.DONE);
        assertThat(namesOnServer()).doesNotContainAnyElementsOf(names);
        assertThat(run("restore", "-b", folder.resolve("backup")).code()).isEqualTo(ExitCode.DONE);
        assertThat(namesOnServer()).containsAll(names);
    }

    private List<String> namesOnServer() {
        return photos.all().stream().map(asset -> asset.original().fileName()).toList();
    }
}
