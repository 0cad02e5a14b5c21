package app.heirloom.cli.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.heirloom.cli.terminal.ExitCode;
import app.heirloom.inference.download.PackPull;
import app.heirloom.inference.download.Patience;
import app.heirloom.inference.download.Progress;
import app.heirloom.inference.pack.ModelFolder;
import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.recognition.FaceSettings;
import app.heirloom.storage.database.DatabaseConfig;
import app.heirloom.storage.sql.SqlStorage;
import app.heirloom.testkit.TinyModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** People out of real photos with the real models, where they are. */
class GalleryPeopleTest {
    private static final Path TEST_DATA = Path.of(System.getenv().getOrDefault("HEIRLOOM_TESTDATA", "/nowhere"))
            .toAbsolutePath();
    private static final int PHOTOS = 60;
    private static final int GALLERIES = 4;
    /** A look at them all takes minutes with 20, which -Dheirloom.gallery.kills=20 brings. */
    private static final int KILLS = Integer.getInteger("heirloom.gallery.kills", 4);

    @TempDir
    private Path folder;

    private Path photos;

    @BeforeEach
    void copyPhotosOfSomePeople() throws IOException {
        assumeTrue(
                Files.isDirectory(TEST_DATA.resolve("models")),
                "no models: set HEIRLOOM_TESTDATA to the folder of the test data to test with them");
        var models = new ModelFolder(folder.resolve("models"));
        new PackPull(models, Patience.DEFAULT, Progress.SILENT)
                .fromFolder(models.get(FaceSettings.DEFAULT.pack()), TEST_DATA.resolve("models"));
        photos = Files.createDirectories(folder.resolve("photos"));
        TinyModels.writeColors(folder.resolve("models"));
        List<Path> all = new ArrayList<>(list("faces/caltech").subList(0, PHOTOS));
        for (String more : List.of("faces/london", "faces/cc0_one_person", "library")) {
            all.addAll(list(more));
        }
        for (int i = 0; i < all.size(); i++) {
            Path to = photos.resolve("g" + i % GALLERIES)
                    .resolve(i + "-" + all.get(i).getFileName());
            Files.createDirectories(to.getParent());
            Files.copy(all.get(i), to);
        }
    }

    private static List<Path> list(String folder) throws IOException {
        try (var files = Files.walk(TEST_DATA.resolve(folder))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private GalleryRun gallery(String name) {
        return new GalleryRun(folder.resolve(name).toString(), folder.resolve("models"));
    }

    /** The photos of each person, whatever their numbers are. */
    private static Set<Set<String>> people(GalleryRun gallery) {
        var people = new TreeMap<Long, Set<String>>();
        try (SqlStorage storage =
                SqlStorage.open(DatabaseConfig.sqlite(Path.of(gallery.database())), InstantSource.system())) {
            var model = new ModelId(FaceSettings.DEFAULT.pack());
            storage.transactions()
                    .read(() -> storage.galleryPeople().listFaces(model, 0, Integer.MAX_VALUE))
                    .forEach(face -> people.computeIfAbsent(
                                    face.person() == null ? -1 : face.person().value(), person -> new TreeSet<>())
                            .add(face.content() + " "
                                    + Arrays.hashCode(face.detection()
                                            .sighting()
                                            .embedding()
                                            .values())));
        }
        return Set.copyOf(people.values());
    }

    private Indexed whole() {
        GalleryRun gallery = gallery("whole.db");
        assertThat(gallery.run("index", "--target", photos).code()).isIn(ExitCode.DONE, ExitCode.INCOMPLETE);
        assertThat(gallery.run("cluster").code()).isZero();
        return Indexed.in(gallery);
    }

    /**
     * All that an index is good for.
     *
     * @param found what a search says of each photo
     * @param failures what the doctor says of those that could not be looked at
     */
    private record Indexed(Set<Set<String>> people, Set<String> found, Set<String> failures) {
        static Indexed in(GalleryRun gallery) {
            GalleryRun.Said search = gallery.run("search", "red", "--limit", 1_000);
            assertThat(search.code()).as(search.err()).isZero();
            return new Indexed(
                    GalleryPeopleTest.people(gallery),
                    search.out().lines().collect(Collectors.toSet()),
                    gallery.run("doctor").err().lines().collect(Collectors.toSet()));
        }
    }

    @Test
    void inPiecesInAnyOrderAndKilledAtAnyMomentTheSameComesOut() throws Exception {
        Indexed expected = whole();
        assertThat(expected.people()).hasSizeGreaterThan(2);
        assertThat(expected.found()).hasSizeGreaterThan(2 * PHOTOS);

        GalleryRun pieces = gallery("pieces.db");
        for (String piece : List.of("g3", "g1", "g0", "g2")) {
            pieces.run("index", "--target", photos.resolve(piece));
        }
        pieces.run("cluster");
        assertThat(Indexed.in(pieces)).isEqualTo(expected);

        GalleryRun killed = gallery("killed.db");
        var random = new Random(1);
        for (int i = 0; i < KILLS; i++) {
            Process process =
                    ChildProcess.start(folder.resolve("killed.log"), killed.arguments("index", "--target", photos));
            process.waitFor(random.nextInt(200, 4_000), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
        }
        GalleryRun.Said last = killed.run("index", "--target", photos, "--json");
        assertThat(last.code()).isIn(ExitCode.DONE, ExitCode.INCOMPLETE);
        killed.run("cluster");
        assertThat(Indexed.in(killed)).isEqualTo(expected);
    }

    @Test
    void namesAndMergesOutlastEveryClustering() throws IOException {
        GalleryRun gallery = gallery("gallery.db");
        gallery.run("index", "--target", photos.resolve("g0"), photos.resolve("g1"));
        gallery.run("cluster");
        JsonNode first = list(gallery);
        String one = first.get(0).get("id").get("value").asString();
        String other = first.get(1).get("id").get("value").asString();
        gallery.run("people name", one, "Anna");
        gallery.run("people merge", other, "anna");
        Set<Set<String>> before = people(gallery);
        gallery.run("index", "--target", photos);
        for (String option : List.of("--method=gathered", "--all", "--method=connected")) {
            assertThat(gallery.run("cluster", option).code()).isZero();
            JsonNode anna = list(gallery).get(0);
            assertThat(anna.get("name").stringValue()).isEqualTo("Anna");
            assertThat(anna.get("faces").intValue())
                    .isGreaterThanOrEqualTo(first.get(0).get("faces").intValue()
                            + first.get(1).get("faces").intValue());
        }
        assertThat(people(gallery)).isNotEqualTo(before);
        assertThat(gallery.run("search", "Anna", "--limit", 500).out())
                .hasLineCount(list(gallery).get(0).get("faces").intValue());
        gallery.run("people reset");
        assertThat(list(gallery)).isEmpty();
    }

    private static JsonNode list(GalleryRun gallery) {
        return gallery.run("people list", "--json").json();
    }

    @Test
    void connectedFacesOfOneRunOrManyAreTheSame() {
        GalleryRun gallery = gallery("connected.db");
        gallery.run("index", "--target", photos);
        gallery.run("cluster", "--method", "connected", "--threshold", "0.65");
        Set<Set<String>> connected = people(gallery);
        gallery.run("people reset");
        gallery.run("cluster", "--method", "connected");
        assertThat(people(gallery)).isEqualTo(connected);
        gallery.run("cluster", "--method", "connected");
        assertThat(people(gallery)).as("what is somebody's stays so").isEqualTo(connected);
    }
}
