package app.heirloom.cli.identity;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.cli.model.RealPeople;
import app.heirloom.cli.remote.RunningHeirloom;
import app.heirloom.cli.terminal.ExitCode;
import app.heirloom.cli.terminal.Said;
import app.heirloom.library.identity.IdentitySet;
import app.heirloom.library.identity.SetFace;
import app.heirloom.testkit.TinyPhotos;
import app.heirloom.tools.identities.sets.SetStore;
import app.heirloom.tools.identities.sets.Shelf;
import app.heirloom.vectors.ClusterScores;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * From a real Heirloom with real faces, and much that is none, to identity sets, and back to its people. With
 * {@code -Dheirloom.full} over all photos that there are.
 */
class IdentitySetsTest {
    private static final int PHOTOS = 8;
    private static final Set<String> ANNS =
            Set.of("person01", "person02", "person04", "person05", "person06", "person09");
    private static final Set<String> BOBS = Set.of("person01", "person13", "person14");

    @TempDir
    private Path folder;

    private IdentitiesRun identities;

    @BeforeEach
    void addModels() {
        RealPeople.addModels(models());
        identities = new IdentitiesRun(folder.resolve("store"));
    }

    @Test
    void everythingIsCountedSetsArePureAndTheServerLearnsWhoIsWho(TestReporter reporter) throws IOException {
        KnownPeople anns = RealPeople.ALL ? KnownPeople.all() : KnownPeople.of(ANNS, PHOTOS);
        KnownPeople bobs = KnownPeople.of(BOBS, PHOTOS);
        try (var heirloom = RunningHeirloom.start(folder.resolve("data"));
                var ann = new FilledAccount(heirloom.url(), heirloom.newKey("all"));
                var bob = new FilledAccount(heirloom.url(), heirloom.newUserKey("Bob"))) {
            var annsRun = new UserRun(identities, "ann", ann, models());
            var bobsRun = new UserRun(identities, "bob", bob, models());
            upload(anns, ann);
            addNoise(anns, ann);
            upload(bobs, bob);
            heirloom.awaitIdle();

            assertCounts(annsRun.stage(), ann);
            assertThat(annsRun.runAll(ExitCode.INCOMPLETE).out()).contains("faces found, 1 failed");
            List<IdentitySet> sets = sets("ann");
            assertPure(sets, anns, reporter);
            assertExported(sets);

            Map<String, String> before = files();
            JsonNode again = annsRun.stage();
            assertThat(again.path("staged").intValue()).isZero();
            assertThat(again.path("seen_before").intValue()).isEqualTo(ann.countAssets());
            annsRun.runAll(ExitCode.INCOMPLETE);
            assertThat(files()).isEqualTo(before);

            int last = last();
            assertCounts(bobsRun.stage(), bob);
            bobsRun.runAll(ExitCode.DONE);
            assertThat(files()).containsAllEntriesOf(before);
            assertPure(sets("bob"), bobs, reporter);
            assertThat(sets("bob")).extracting(IdentitySet::number).containsExactly(last + 1, last + 2, last + 3);

            assertApplied(annsRun, ann, sets);
        }
    }

    private Path models() {
        return folder.resolve("data/models");
    }

    private static void upload(KnownPeople people, FilledAccount account) throws IOException {
        for (Path photo : people.photos().keySet()) {
            account.upload(photo);
        }
    }

    /** Videos, landscapes, small faces, files that nobody can read; and a folder with copies and thumbnails. */
    private void addNoise(KnownPeople people, FilledAccount account) throws IOException {
        List<Path> photos = List.copyOf(people.photos().keySet());
        Path noise = Files.createDirectories(folder.resolve("noise"));
        account.upload(RealPeople.at("library/mei/sample_mpeg4.mp4"));
        account.upload(Files.write(noise.resolve("sky.jpg"), TinyPhotos.jpeg(400, 300)));
        account.upload(Files.write(noise.resolve("sea.jpg"), TinyPhotos.jpeg(500, 300)));
        for (int i = 0; i < 3; i++) {
            account.upload(crowd(photos.get(i), noise.resolve("crowd" + i + ".jpg")));
        }
        account.upload(Files.write(noise.resolve("noise.jpg"), new byte[] {1, 2, 3}));
        draw(account, account.upload(Files.write(noise.resolve("damaged.jpg"), new byte[] {4, 5, 6})));

        Path external = Files.createDirectories(folder.resolve("external/thumbs/ann/ab/cd"));
        for (int i = 0; i < 4; i++) {
            Path copy = folder.resolve("external/copy" + i + ".jpg");
            account.remember(Files.copy(photos.get(PHOTOS * i), copy));
            crowd(photos.get(i), external.resolve(i + "-preview.jpeg"));
        }
        account.index(folder.resolve("external"));
    }

    /** The photo as a small part of a larger one. */
    private static Path crowd(Path photo, Path to) throws IOException {
        BufferedImage part = ImageIO.read(photo.toFile());
        var whole = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = whole.createGraphics();
        graphics.setColor(Color.LIGHT_GRAY);
        graphics.fillRect(0, 0, 640, 480);
        graphics.drawImage(part.getScaledInstance(200, -1, BufferedImage.SCALE_AREA_AVERAGING), 100, 100, null);
        graphics.dispose();
        ImageIO.write(whole, "jpeg", to.toFile());
        return to;
    }

    /** Somebody drew a face where no program sees one. */
    private static void draw(FilledAccount account, String asset) {
        JsonNode person = account.send("POST", "/people", "{\"name\": \"\"}");
        account.send("POST", "/faces", """
                {"assetId": "%s", "personId": "%s", "imageWidth": 400, "imageHeight": 300,
                 "x": 10, "y": 10, "width": 200, "height": 200}""".formatted(asset, person.path("id").stringValue()));
    }

    private static void assertCounts(JsonNode said, FilledAccount account) {
        Map<String, Integer> expected = account.expectedCounts();
        Map<String, Integer> counted = new TreeMap<>();
        expected.keySet().forEach(name -> counted.put(name, said.path(name).intValue()));
        assertThat(counted).isEqualTo(expected);
        assertThat(said.path("failed").intValue()).isZero();
        assertThat(said.path("listed").intValue())
                .isEqualTo(account.countAssets())
                .isEqualTo(counted.values().stream().mapToInt(Integer::intValue).sum());
    }

    private List<IdentitySet> sets(String owner) {
        try (SetStore store = SetStore.open(folder.resolve("store/_sets"))) {
            return store.list(Shelf.CANONICAL, owner);
        }
    }

    /** The highest number of a set, of thin ones too. */
    private int last() {
        try (SetStore store = SetStore.open(folder.resolve("store/_sets"))) {
            return store.last();
        }
    }

    /** A photo whose face is in no set is alone. */
    private static void assertPure(List<IdentitySet> sets, KnownPeople people, TestReporter reporter)
            throws IOException {
        Map<String, Integer> setOf = new HashMap<>();
        for (IdentitySet set : sets) {
            set.faces().forEach(face -> setOf.put(face.key().picture(), set.number()));
        }
        List<String> names = people.photos().values().stream().distinct().toList();
        int[] clusters = new int[people.photos().size()];
        int[] truths = new int[people.photos().size()];
        int at = 0;
        for (Map.Entry<Path, String> photo : people.photos().entrySet()) {
            clusters[at] = setOf.getOrDefault(sha256(photo.getKey()), -1 - at);
            truths[at++] = names.indexOf(photo.getValue());
        }
        ClusterScores.Score pairs = ClusterScores.of(clusters, truths).pairs();
        reporter.publishEntry(
                "%d sets of %d photos of %d people".formatted(sets.size(), truths.length, names.size()),
                "pairs: precision %.4f, recall %.4f".formatted(pairs.precision(), pairs.recall()));
        assertThat(pairs.precision()).isGreaterThanOrEqualTo(0.99);
        assertThat(pairs.recall()).isGreaterThanOrEqualTo(0.95);
    }

    private void assertExported(List<IdentitySet> sets) {
        for (IdentitySet set : sets) {
            Path place = folder.resolve("store/_sets/%04d".formatted(set.number()));
            assertThat(place.resolve("embeddings.npz")).isNotEmptyFile();
            assertThat(set.faces().stream().map(SetFace::crop).filter(crop -> crop != null))
                    .isNotEmpty()
                    .allSatisfy(crop -> assertThat(place.resolve(crop)).isNotEmptyFile());
        }
    }

    /** All files of all sets, but for the list and the journal of them. */
    private Map<String, String> files() throws IOException {
        Path root = folder.resolve("store/_sets");
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile)
                    .filter(file -> root.relativize(file).getNameCount() > 1)
                    .toList()) {
                files.put(file.toString(), sha256(file));
            }
        }
        return files;
    }

    /** Somebody took a face for another's, whom it leaves without any; one person gets a name. */
    private static void assertApplied(UserRun run, FilledAccount account, List<IdentitySet> sets) {
        SetFace face = sets.getFirst().faces().getFirst();
        String asset = face.place().origins().getFirst().asset();
        JsonNode mistaken = account.send("GET", "/faces?id=" + asset, "").path(0);
        JsonNode somebody = account.send("POST", "/people", "{\"name\": \"\"}");
        account.send(
                "PUT",
                "/faces/" + somebody.path("id").stringValue(),
                "{\"id\": \"%s\"}".formatted(mistaken.path("id").stringValue()));
        Map<String, Set<String>> before = account.people();

        run.run("apply", "--name", sets.getFirst().number() + "=Zoe");
        Map<String, Set<String>> after = account.people();
        assertThat(after).isNotEqualTo(before);
        Set<String> zoe = after.getOrDefault(mistaken.path("id").stringValue(), Set.of());
        assertThat(zoe)
                .contains("Zoe")
                .hasSizeGreaterThan(sets.getFirst().faces().size());
        Said again = run.run("apply", "--dry-run", "--json");
        assertThat(again.out().lines())
                .hasSameSizeAs(sets)
                .allSatisfy(set -> assertThat(set).contains("\"assigned\":0"));

        run.run("apply", "--undo");
        assertThat(account.people()).isEqualTo(before);
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
