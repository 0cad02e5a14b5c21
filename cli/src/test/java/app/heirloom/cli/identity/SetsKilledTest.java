package app.heirloom.cli.identity;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.cli.terminal.ExitCode;
import app.heirloom.cli.terminal.Said;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.identity.IdentitySet;
import app.heirloom.library.identity.picture.FaceKey;
import app.heirloom.library.remote.asset.RemoteAsset;
import app.heirloom.library.remote.person.RemoteFace;
import app.heirloom.library.remote.person.RemotePerson;
import app.heirloom.testkit.remote.FakePhotoServer;
import app.heirloom.testkit.remote.standin.StandInServer;
import app.heirloom.tools.identities.sets.SetStore;
import app.heirloom.tools.identities.sets.Shelf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands on sets that are killed wherever they are: the next run ends what they began, and nothing is lost or twice. */
class SetsKilledTest {
    private static final boolean FULL = Boolean.getBoolean("heirloom.full");
    private static final int KILLS = FULL ? 12 : 1;
    private static final int PEOPLE = FULL ? 20 : 9;
    private static final int MOST_MILLIS = 80;

    @TempDir
    private Path folder;

    private final FakePhotoServer photos = new FakePhotoServer();
    private final StandInServer server = StandInServer.start(photos);
    private final Random random = new Random(11);
    private IdentitiesRun identities;

    @BeforeEach
    void fill() throws IOException {
        identities = new IdentitiesRun(folder.resolve("store"));
        new MadeStore(identities.store(), photos).add(PEOPLE);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whatIsKilledGoesOn() throws Exception {
        var whole = new IdentitiesRun(folder.resolve("whole"));
        copy(identities.store(), whole.store());

        killAndEnd(this::noted, "cluster");
        succeed(whole, "cluster");
        assertThat(identities.store().resolve("_sets/manifest.json"))
                .hasSameTextualContentAs(whole.store().resolve("_sets/manifest.json"));
        assertThat(manifests(identities)).hasSize(PEOPLE).isEqualTo(manifests(whole));

        String programs = "--media-programs=" + IdentitiesRun.MEDIA_PROGRAMS;
        killAndEnd(this::noted, "export", programs);
        succeed(whole, "export", programs);
        assertThat(manifests(identities)).isEqualTo(manifests(whole));
        assertThat(files(identities)).isEqualTo(files(whole));

        mergeAndPart();
        applyAndTakeBack();
    }

    /** Merged sets hold all faces, each once, and come apart as they were. */
    private void mergeAndPart() throws Exception {
        List<IdentitySet> before = list(identities, Shelf.CANONICAL);
        killAndEnd(this::noted, "consolidate", "--merge", "--distance=1.05");
        assertThat(list(identities, Shelf.MERGED)).hasSizeGreaterThan(PEOPLE / 3);
        List<FaceKey> faces = list(identities, Shelf.CANONICAL).stream()
                .flatMap(set -> set.keys().stream())
                .toList();
        assertThat(faces)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        before.stream().flatMap(set -> set.keys().stream()).toList());
        for (int round = 0; round < PEOPLE && !list(identities, Shelf.MERGED).isEmpty(); round++) {
            for (IdentitySet merged : list(identities, Shelf.MERGED)) {
                identities.run(identities.user("consolidate", "--undo=" + merged.number()));
            }
        }
        assertThat(list(identities, Shelf.CANONICAL))
                .extracting(SetsKilledTest::describe)
                .isEqualTo(before.stream().map(SetsKilledTest::describe).toList());
    }

    private static String describe(IdentitySet set) {
        List<String> anchors = set.anchors().stream()
                .map(anchor -> anchor.set() + Arrays.toString(anchor.embedding().values()))
                .toList();
        return set.number() + ": " + new TreeSet<>(set.keys()) + anchors;
    }

    private void applyAndTakeBack() throws Exception {
        server.setLatency(Duration.ofMillis(3));
        LongSupplier changes = () -> server.requests().stream()
                .filter(request -> request.startsWith("PUT"))
                .count();
        killAndEnd(changes, "apply", access());
        for (IdentitySet set : list(identities, Shelf.CANONICAL)) {
            assertThat(personsOf(set)).as("set %s", set.number()).hasSize(1).doesNotContainNull();
        }
        assertThat(people()).doesNotContainNull().hasSize(PEOPLE);

        kill(changes, arguments("apply", access("--undo")));
        Said said;
        int runs = 0;
        do {
            said = identities.run(arguments("apply", access("--undo")));
            assertThat(said.code()).as(said.err()).isIn(ExitCode.DONE, ExitCode.CANNOT);
            assertThat(runs++).isLessThan(KILLS + 3);
        } while (said.code() == ExitCode.DONE);
        assertThat(said.err()).contains("nothing to take back");
        assertThat(people()).containsOnlyNulls();
    }

    private String[] access(String... more) {
        List<String> arguments = new ArrayList<>(List.of(more));
        arguments.addAll(List.of("--url", server.url(), "--api-key", StandInServer.KEY));
        arguments.addAll(List.of("--server-file", folder.resolve("none.conf").toString()));
        return arguments.toArray(String[]::new);
    }

    /** Who is on the set's pictures. */
    private Set<RemotePerson> personsOf(IdentitySet set) {
        Set<RemotePerson> persons = new HashSet<>();
        set.faces()
                .forEach(face -> face.place()
                        .origins()
                        .forEach(origin -> photos.people()
                                .listFaces(AssetId.parse(origin.asset()))
                                .forEach(there -> persons.add(there.person()))));
        return persons;
    }

    private Set<RemotePerson> people() {
        Set<RemotePerson> persons = new HashSet<>();
        photos.all().stream()
                .map(RemoteAsset::id)
                .flatMap(asset -> photos.people().listFaces(asset).stream())
                .map(RemoteFace::person)
                .forEach(persons::add);
        return persons;
    }

    private List<String> arguments(String command, String... more) {
        return identities.user(command, more);
    }

    private void killAndEnd(LongSupplier progress, String command, String... more) throws Exception {
        for (int kill = 0; kill < KILLS; kill++) {
            kill(progress, arguments(command, more));
        }
        succeed(identities, command, more);
    }

    /** Some time after it began to do something. */
    private void kill(LongSupplier progress, List<String> arguments) throws Exception {
        long before = progress.getAsLong();
        Process process = IdentitiesRun.start(folder.resolve("output.txt"), arguments);
        while (process.isAlive() && progress.getAsLong() == before) {
            process.waitFor(1, TimeUnit.MILLISECONDS);
        }
        process.waitFor(random.nextInt(MOST_MILLIS), TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
    }

    private static void succeed(IdentitiesRun run, String command, String... more) {
        Said said = run.run(run.user(command, more));
        assertThat(said.code()).as(said.err()).isEqualTo(ExitCode.DONE);
    }

    /** How much the journal of sets has. */
    private long noted() {
        try {
            Path journal = identities.store().resolve("_sets/journal.jsonl");
            return Files.exists(journal) ? Files.size(journal) : 0;
        } catch (IOException e) {
            throw new AssertionError("no journal", e);
        }
    }

    private static List<IdentitySet> list(IdentitiesRun run, Shelf shelf) {
        try (SetStore store = SetStore.open(run.store().resolve("_sets"))) {
            return store.list(shelf, "ann");
        }
    }

    /** All that is said of the sets. */
    private static List<String> manifests(IdentitiesRun run) throws IOException {
        List<String> manifests = new ArrayList<>();
        for (IdentitySet set : list(run, Shelf.CANONICAL)) {
            manifests.add(Files.readString(run.store().resolve("_sets/%04d/set.json".formatted(set.number()))));
        }
        return manifests;
    }

    /** Of all sets, with their sizes. */
    private static Map<String, Long> files(IdentitiesRun run) throws IOException {
        Path root = run.store().resolve("_sets");
        Map<String, Long> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (!file.endsWith("journal.jsonl")) {
                    files.put(root.relativize(file).toString(), Files.size(file));
                }
            }
        }
        return files;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.toList()) {
                Path target = to.resolve(from.relativize(file));
                Files.createDirectories(Objects.requireNonNull(target.getParent()));
                if (Files.isRegularFile(file)) {
                    Files.copy(file, target);
                }
            }
        }
    }
}
