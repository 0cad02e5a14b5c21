package app.heirloom.cli.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.cli.model.RealPeople;
import app.heirloom.cli.terminal.ChildProcess;
import app.heirloom.cli.terminal.ExitCode;
import app.heirloom.cli.terminal.Said;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** People out of real photos with the real models, where they are. With {@code -Dheirloom.full} out of all of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GalleryPeopleTest {
    private static final int PHOTOS = 60;
    private static final int GALLERIES = 4;
    private static final int KILLS = RealPeople.ALL ? 20 : 2;
    private static final int MOST_MILLIS = RealPeople.ALL ? 4_000 : 2_000;

    private final Path folder;
    private final Path photos;
    private final int copied;

    /** All photos, indexed at once. */
    private final GalleryRun whole;

    GalleryPeopleTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        RealPeople.addModels(folder.resolve("models"));
        TinyModels.writeColors(folder.resolve("models"));
        photos = folder.resolve("photos");
        copied = copyPhotosOfSomePeople();
        whole = gallery("whole.db");
        assertThat(whole.run("index", "--target", photos).code()).isIn(ExitCode.DONE, ExitCode.INCOMPLETE);
    }

    private int copyPhotosOfSomePeople() throws IOException {
        List<Path> all = new ArrayList<>(RealPeople.list("faces/caltech").subList(0, PHOTOS));
        for (String more : List.of("faces/london", "faces/cc0_one_person", "library")) {
            all.addAll(RealPeople.list(more));
        }
        List<Path> some = RealPeople.portion(all);
        for (int i = 0; i < some.size(); i++) {
            Path gallery = Files.createDirectories(photos.resolve("g" + i % GALLERIES));
            Files.copy(some.get(i), gallery.resolve(i + "-" + some.get(i).getFileName()));
        }
        return some.size();
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

    private GalleryRun copyOfWhole(String name) throws IOException {
        Files.copy(Path.of(whole.database()), folder.resolve(name));
        return gallery(name);
    }

    /**
     * All that an index is good for.
     *
     * @param found what a search says of each photo
     * @param failures what the doctor says of those that could not be looked at
     */
    private record Indexed(Set<Set<String>> people, Set<String> found, Set<String> failures) {
        static Indexed in(GalleryRun gallery) {
            Said search = gallery.run("search", "red", "--limit", 1_000);
            assertThat(search.code()).as(search.err()).isZero();
            return new Indexed(
                    GalleryPeopleTest.people(gallery),
                    search.out().lines().collect(Collectors.toSet()),
                    gallery.run("doctor").err().lines().collect(Collectors.toSet()));
        }
    }

    @Test
    void inPiecesInAnyOrderAndKilledAtAnyMomentTheSameComesOut() throws Exception {
        GalleryRun atOnce = copyOfWhole("at-once.db");
        assertThat(atOnce.run("cluster").code()).isZero();
        Indexed expected = Indexed.in(atOnce);
        assertThat(expected.people()).hasSizeGreaterThan(2);
        assertThat(expected.found()).hasSizeGreaterThan(copied / 2);

        GalleryRun pieces = gallery("pieces.db");
        for (String piece : List.of("g3", "g1", "g0", "g2")) {
            pieces.run("index", "--target", photos.resolve(piece));
        }
        pieces.run("cluster");
        assertThat(Indexed.in(pieces)).isEqualTo(expected);

        GalleryRun killed = gallery("killed.db");
        var random = new Random(1);
        for (int i = 0; i < KILLS; i++) {
            Process process = ChildProcess.start(
                    folder.resolve("killed.log"), "gallery", killed.arguments("index", "--target", photos));
            process.waitFor(random.nextInt(200, MOST_MILLIS), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
        }
        Said last = killed.run("index", "--target", photos, "--json");
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
    void connectedFacesOfOneRunOrManyAreTheSame() throws IOException {
        GalleryRun gallery = copyOfWhole("connected.db");
        gallery.run("cluster", "--method", "connected", "--threshold", "0.65");
        Set<Set<String>> connected = people(gallery);
        gallery.run("people reset");
        gallery.run("cluster", "--method", "connected");
        assertThat(people(gallery)).isEqualTo(connected);
        gallery.run("cluster", "--method", "connected");
        assertThat(people(gallery)).as("what is somebody's stays so").isEqualTo(connected);
    }
}
