package app.heirloom.cli.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.heirloom.cli.remote.RunningHeirloom;
import app.heirloom.immich.client.ApiSecret;
import app.heirloom.immich.client.ClientConfig;
import app.heirloom.immich.client.ImmichPhotoServer;
import app.heirloom.inference.download.PackPull;
import app.heirloom.inference.download.Patience;
import app.heirloom.inference.download.Progress;
import app.heirloom.inference.pack.ModelFolder;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.identity.IdentitySet;
import app.heirloom.library.identity.SetFace;
import app.heirloom.library.recognition.FaceSettings;
import app.heirloom.library.remote.RemotePerson;
import app.heirloom.library.remote.RemoteUpload;
import app.heirloom.testkit.TinyPhotos;
import app.heirloom.tools.identities.sets.SetStore;
import app.heirloom.tools.identities.sets.Shelf;
import app.heirloom.vectors.ClusterScores;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** From a real Heirloom with real faces to identity sets, and back to its people. */
class IdentitySetsTest {
    private static final Path TEST_DATA = Path.of(System.getenv().getOrDefault("HEIRLOOM_TESTDATA", "/nowhere"))
            .toAbsolutePath();
    private static final Path MEDIA_PROGRAMS = Path.of("..", "media", "target", "ffmpeg");
    private static final Instant MODIFIED = Instant.parse("2021-01-02T03:04:05Z");
    private static final int PEOPLE = 6;
    private static final int PHOTOS = 8;

    @TempDir
    private Path folder;

    @BeforeEach
    void addModels() {
        Path source = TEST_DATA.resolve("models");
        assumeTrue(Files.isDirectory(source), "no models: set HEIRLOOM_TESTDATA to the folder of the test data");
        var models = new ModelFolder(folder.resolve("data/models"));
        new PackPull(models, Patience.DEFAULT, Progress.SILENT)
                .fromFolder(models.get(FaceSettings.DEFAULT.pack()), source);
    }

    @Test
    void setsArePureAndTheServerLearnsWhoIsWho() throws IOException {
        Map<Path, String> photos = photos();
        try (var heirloom = RunningHeirloom.start(folder.resolve("data"))) {
            String key = heirloom.newKey("all");
            try (var server = ImmichPhotoServer.connect(ClientConfig.of(heirloom.url(), ApiSecret.of(key)))) {
                for (Path photo : photos.keySet()) {
                    upload(server, photo);
                }
                Path faceless = Files.write(folder.resolve("sky.jpg"), TinyPhotos.jpeg(400, 300));
                upload(server, faceless);
                heirloom.awaitIdle();
                List<String> access = List.of(
                        "--url", heirloom.url(),
                        "--api-key", key,
                        "--server-file", folder.resolve("none.conf").toString());

                assertThat(run("run", access)).isZero();

                List<IdentitySet> sets = sets();
                ClusterScores scores = scores(sets, photos);
                assertThat(scores.pairs().precision()).isGreaterThanOrEqualTo(0.99);
                assertThat(scores.pairs().recall()).isGreaterThanOrEqualTo(0.95);
                assertThat(sets).hasSize(PEOPLE);
                assertThat(folder.resolve("store/_sets/0001/embeddings.npz")).exists();
                assertThat(sets.getFirst().faces().stream().filter(face -> face.crop() != null))
                        .isNotEmpty()
                        .allSatisfy(face -> assertThat(
                                        folder.resolve("store/_sets/0001").resolve(String.valueOf(face.crop())))
                                .isNotEmptyFile());

                List<RemotePerson> before = server.people().list();
                assertThat(run("apply", access, "--name", "1=Zoe")).isZero();
                assertThat(server.people().list())
                        .extracting(RemotePerson::name)
                        .contains("Zoe");
                assertThat(run("apply", access, "--undo")).isZero();
                assertThat(server.people().list())
                        .extracting(RemotePerson::name)
                        .doesNotContain("Zoe");
                assertThat(server.people().list()).hasSameSizeAs(before);

                assertThat(run("run", access)).isZero();
                assertThat(sets())
                        .extracting(IdentitySet::faces)
                        .isEqualTo(sets.stream().map(IdentitySet::faces).toList());
                assertThat(run("status", List.of())).isZero();
            }
        }
    }

    private List<IdentitySet> sets() {
        try (SetStore store = SetStore.open(folder.resolve("store/_sets"))) {
            return store.list(Shelf.CANONICAL, "ann");
        }
    }

    /** Some photos of some people, and who is on them. */
    private static Map<Path, String> photos() throws IOException {
        Map<Path, String> photos = new LinkedHashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        for (String line : Files.readAllLines(TEST_DATA.resolve("faces/caltech/identities.csv"))) {
            String[] columns = line.split(",", -1);
            boolean isWanted = counts.containsKey(columns[1]) || counts.size() < PEOPLE;
            if (columns[1].startsWith("person") && isWanted && isFrequent(columns[1])) {
                if (counts.merge(columns[1], 1, Integer::sum) <= PHOTOS) {
                    photos.put(TEST_DATA.resolve("faces/caltech").resolve(columns[0]), columns[1]);
                }
            }
        }
        return photos;
    }

    private static boolean isFrequent(String person) {
        return List.of("person01", "person02", "person04", "person05", "person06", "person09")
                .contains(person);
    }

    private static void upload(ImmichPhotoServer server, Path photo) throws IOException {
        server.originals()
                .upload(new RemoteUpload(
                        RemoteUpload.Content.of(photo),
                        photo.getFileName().toString(),
                        MODIFIED,
                        MODIFIED,
                        RemoteUpload.Wish.PLAIN));
    }

    /** Of each photo the face that is in a set; a photo without such a face is alone. */
    private static ClusterScores scores(List<IdentitySet> sets, Map<Path, String> photos) throws IOException {
        Map<String, Integer> setOf = new HashMap<>();
        for (IdentitySet set : sets) {
            for (SetFace face : set.faces()) {
                setOf.put(face.key().picture(), set.number());
            }
        }
        List<String> people = photos.values().stream().distinct().toList();
        int[] clusters = new int[photos.size()];
        int[] truths = new int[photos.size()];
        int at = 0;
        for (Map.Entry<Path, String> photo : photos.entrySet()) {
            clusters[at] = setOf.getOrDefault(sha256(photo.getKey()), -1 - at);
            truths[at++] = people.indexOf(photo.getValue());
        }
        return ClusterScores.of(clusters, truths);
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }

    /** Runs a command for the user Ann, as a terminal would. */
    private int run(String command, List<String> access, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                command, "--user=ann", "--store", folder.resolve("store").toString()));
        arguments.addAll(access);
        if (command.equals("run")) {
            arguments.addAll(
                    List.of("--model-dir", folder.resolve("data/models").toString()));
            arguments.addAll(List.of("--media-programs", MEDIA_PROGRAMS.toString()));
        }
        arguments.addAll(List.of(more));
        var line = new CommandLine(new IdentitiesCommand());
        var said = new StringWriter();
        line.setOut(new PrintWriter(said));
        line.setErr(new PrintWriter(said));
        line.setExecutionExceptionHandler((failure, failed, parsed) -> {
            if (failure instanceof HeirloomException e) {
                throw new AssertionError(e.code() + ": " + e.getMessage() + "\n" + said, e);
            }
            throw failure;
        });
        return line.execute(arguments.toArray(String[]::new));
    }
}
