package app.heirloom.cli.identity;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.cli.terminal.ExitCode;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.asset.grouping.LibraryId;
import app.heirloom.library.person.FaceBox;
import app.heirloom.library.remote.RemoteServer;
import app.heirloom.library.remote.RemoteServer.Kind;
import app.heirloom.library.user.Permission;
import app.heirloom.testkit.remote.FakePhotoServer;
import app.heirloom.testkit.remote.standin.Fault;
import app.heirloom.testkit.remote.standin.StandInServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The command against a stand-in that has the traps of real servers. */
class StageCommandTest {
    private static final int KILLS = Boolean.getBoolean("heirloom.full") ? 4 : 2;
    private static final Dimensions SIZE = new Dimensions(400, 300);
    private static final FaceBox LARGE = new FaceBox(SIZE, 100, 100, 200, 200);
    private static final FaceBox SMALL = new FaceBox(SIZE, 10, 10, 60, 60);

    @TempDir
    private Path folder;

    private final FakePhotoServer photos = new FakePhotoServer();
    private final StandInServer server = StandInServer.start(photos);
    private IdentitiesRun identities;

    @BeforeEach
    void name() {
        identities = new IdentitiesRun(folder.resolve("store"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private AssetId add(int number, FaceBox... faces) {
        AssetId id = photos.add(number + ".jpg", ("picture " + number).getBytes(StandardCharsets.UTF_8))
                .id();
        for (FaceBox face : faces) {
            photos.addFace(id, face, null);
        }
        return id;
    }

    /** Of ten: six portraits, of which one is a copy and one is in an external library; a crowd, a landscape, a video. */
    private void fill(int tens) {
        for (int ten = 0; ten < 10 * tens; ten += 10) {
            for (int i = 0; i < 6; i++) {
                add(ten + i, SMALL, LARGE);
            }
            add(ten, LARGE);
            add(ten + 7, SMALL);
            add(ten + 8);
            photos.add(ten + ".mp4", new byte[] {(byte) ten, 1});
            photos.makeExternal(add(ten + 1, LARGE), LibraryId.random());
        }
    }

    private static void assertCounts(JsonNode json, int tens) {
        assertThat(List.of("listed", "staged", "duplicates", "faces_too_small", "without_faces", "left_out"))
                .extracting(name -> json.path(name).intValue())
                .containsExactly(11 * tens, 6 * tens, 2 * tens, tens, tens, tens);
        int sum = 0;
        for (String name : List.of(
                "seen_before",
                "staged",
                "known",
                "duplicates",
                "failed",
                "faces_too_small",
                "without_faces",
                "left_out")) {
            sum += json.path(name).intValue();
        }
        assertThat(sum).isEqualTo(json.path("listed").intValue());
    }

    private long pictures() throws IOException {
        try (Stream<Path> files = Files.walk(identities.store().resolve("ann/pictures"))) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    private long downloads() {
        return server.requests().stream()
                .filter(request -> request.endsWith("/original"))
                .count();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void everyAssetIsCountedAndEachContentIsDownloadedOnce(int version) throws IOException {
        photos.as(new RemoteServer(URI.create(server.url()), Kind.IMMICH, version, 2, 0));
        fill(3);
        var said = identities.stage(server, "--json");
        assertThat(said.code()).as(said.err()).isEqualTo(ExitCode.DONE);
        assertCounts(said.json(), 3);
        assertThat(pictures()).isEqualTo(18);
        assertThat(downloads())
                .as("one each, and those whose checksum the server hides")
                .isEqualTo(18 + 3);
        assertThat(said.err()).contains("3 more in 3 external libraries, which the statistics leave out");

        var again = identities.stage(server, "--json");
        assertThat(again.code()).isEqualTo(ExitCode.DONE);
        assertThat(again.json().path("seen_before").intValue()).isEqualTo(33);
        assertThat(downloads()).isEqualTo(18 + 3);
    }

    @Test
    void transientErrorsLoseNothing() throws IOException {
        fill(5);
        server.faults()
                .every("GET /api/faces.*", 50, Fault.ERROR)
                .every("GET /api/assets/[^/]+/original", 50, Fault.CUT)
                .every("GET /api/assets/[^/]+/original", 21, Fault.HALF_ANSWER)
                .every("POST /api/search/metadata", 2, Fault.TOO_MANY);
        var said = identities.stage(server, "--json");
        assertThat(said.code()).as(said.err()).isEqualTo(ExitCode.DONE);
        assertCounts(said.json(), 5);
        assertThat(pictures()).isEqualTo(30);
    }

    @Test
    void anOutageEndsTheRunAndTheSameCommandGoesOn() throws Exception {
        fill(12);
        server.setLatency(Duration.ofMillis(10));
        var first = new FutureTask<>(() -> identities.stage(server, "--json", "--workers=16"));
        Thread.ofPlatform().start(first); // not on the common pool, which the client needs
        while (!first.isDone() && downloads() < 20) {
            Thread.onSpinWait();
        }
        server.faults().always(".*", Fault.CUT);
        var said = first.get(2, TimeUnit.MINUTES);
        assertThat(said.code()).isEqualTo(ExitCode.CANNOT);
        assertThat(said.err()).contains("REMOTE_UNREACHABLE");
        assertThat(said.err().lines().filter(line -> line.contains(".jpg")).count())
                .as("twelve assets in a row, and what the other workers were at when it began and when it was seen")
                .isBetween(12L, 12L + 2 * 15);
        JsonNode stopped = said.json();
        assertThat(stopped.path("staged").intValue()).isBetween(1, 71);

        server.faults().clear();
        server.setLatency(Duration.ZERO);
        JsonNode resumed = identities.stage(server, "--json").json();
        assertThat(resumed.path("failed").intValue()).isZero();
        assertThat(resumed.path("staged").intValue() + stopped.path("staged").intValue())
                .isEqualTo(72);
        assertThat(pictures()).isEqualTo(72);
    }

    @Test
    void assetsThatFailAreToldAndTriedAgain() throws IOException {
        fill(1);
        server.faults().at("GET /api/faces.*", 3, Fault.WRONG_BYTES);
        var said = identities.stage(server, "--json", "--workers=1");
        assertThat(said.code()).as(said.err()).isEqualTo(ExitCode.INCOMPLETE);
        assertThat(said.json().path("failed").intValue()).isEqualTo(1);
        var again = identities.stage(server);
        assertThat(again.code()).isEqualTo(ExitCode.DONE);
        assertThat(again.out()).contains("11 assets = 10 seen before + ");
    }

    @Test
    void runsThatAreKilledLoseNothing() throws Exception {
        fill(12);
        server.setLatency(Duration.ofMillis(20));
        var random = new Random(5);
        for (int kill = 0; kill < KILLS; kill++) {
            int enough = server.requests().size() + 15 + random.nextInt(15);
            Process stage = IdentitiesRun.start(
                    folder.resolve("output.txt"), identities.stageArguments(server, "--concurrent=2"));
            while (stage.isAlive() && server.requests().size() < enough) {
                stage.waitFor(1, TimeUnit.MILLISECONDS);
            }
            stage.waitFor(random.nextInt(100), TimeUnit.MILLISECONDS);
            stage.destroyForcibly().waitFor();
        }
        server.setLatency(Duration.ZERO);
        var said = identities.stage(server, "--json");
        assertThat(said.code()).as(said.err()).isEqualTo(ExitCode.DONE);
        assertThat(said.json().path("seen_before").intValue()).isBetween(1, 131);
        assertThat(pictures()).isEqualTo(72);
        assertThat(identities.stage(server, "--json").json().path("seen_before").intValue())
                .isEqualTo(132);
    }

    @Test
    void aKeyOfAnotherUserIsRefused() {
        fill(1);
        List<String> arguments = new ArrayList<>(identities.stageArguments(server));
        arguments.set(1, "--user=bob");
        var said = identities.run(arguments);
        assertThat(said.code()).isEqualTo(ExitCode.CANNOT);
        assertThat(said.err())
                .contains("FORBIDDEN: The API key is of Ann <ann@example.com>, not of bob")
                .contains("make a key as that user");
        assertThat(identities.store()).doesNotExist();
    }

    @Test
    void aKeyWithoutPermissionsIsRefusedBeforeAnythingIsDone() {
        fill(1);
        photos.allowing(List.of(Permission.USER_READ, Permission.ASSET_READ, Permission.ASSET_STATISTICS));
        var said = identities.stage(server);
        assertThat(said.code()).isEqualTo(ExitCode.CANNOT);
        assertThat(said.err()).contains("lacks the permissions asset.download, face.read");
    }

    @Test
    void aStoreThatCannotBeWrittenIsTold() throws IOException {
        Files.writeString(identities.store(), "a file");
        var said = identities.stage(server);
        assertThat(said.code()).isEqualTo(ExitCode.CANNOT);
        assertThat(said.err()).contains("Cannot make the folder");
    }

    @Test
    void aHalfWrittenCacheIsTold() throws IOException {
        fill(1);
        Path cache = Files.createDirectories(identities.store().resolve("ann")).resolve("faces.npz");
        Files.write(cache, new byte[] {'P', 'K', 3, 4});
        var said = identities.stage(server);
        assertThat(said.code()).isEqualTo(ExitCode.CANNOT);
        assertThat(said.err()).contains("INVALID: The cache of faces").contains("cannot be read");
    }
}
