package app.heirloom.cli.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.cli.terminal.ExitCode;
import app.heirloom.cli.terminal.Said;
import app.heirloom.testkit.TinyModels;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The commands with models that know colours, over pictures of one colour. */
class GalleryCommandsTest {
    @TempDir
    private Path folder;

    private Path photos;
    private GalleryRun gallery;

    @BeforeEach
    void fill() throws IOException {
        photos = folder.resolve("photos");
        gallery = new GalleryRun(folder.resolve("gallery.db").toString(), folder.resolve("models"));
        TinyModels.writeColors(gallery.models());
        paint("a/red.png", Color.RED);
        paint("a/blue.png", Color.BLUE);
        paint("b/green.png", Color.GREEN);
    }

    private Path paint(String name, Color color) throws IOException {
        var image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(color);
        pen.fillRect(0, 0, 64, 64);
        pen.dispose();
        Path file = photos.resolve(name);
        Files.createDirectories(file.getParent());
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    private Said index(Object... more) {
        Object[] arguments = new Object[more.length + 2];
        arguments[0] = "--target";
        arguments[1] = photos;
        System.arraycopy(more, 0, arguments, 2, more.length);
        return gallery.run("index", arguments);
    }

    /** The name of the first photo that was found. */
    private static String first(Said search) {
        String path = search.json().get(0).get("path").stringValue();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The files of the index that searches make. */
    private List<String> searched() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(gallery.database() + ".search"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void photosAreFoundByWordsAndByLikeness() throws IOException {
        JsonNode summary = index("--json").json();
        assertThat(summary.get("photos").get("recognized").intValue()).isEqualTo(3);
        assertThat(first(gallery.run("search", "red", "--json"))).isEqualTo("red.png");
        assertThat(first(gallery.run("search", "a", "green", "photo", "--json")))
                .isEqualTo("green.png");
        assertThat(gallery.run("search", "blue", "--limit", 1).out())
                .contains("blue.png")
                .hasLineCount(1);
        Path another = paint("../another.png", new Color(0, 0, 250));
        assertThat(first(gallery.run("search", "--like", another, "--json"))).isEqualTo("blue.png");
        assertThat(index().out()).contains("2 unchanged").contains("photos     3 = 3 in unchanged galleries");
    }

    @Test
    void aDeletedPhotoIsNotFoundAndItsNumberIsNotGivenAway() throws IOException {
        index();
        Files.delete(photos.resolve("b/green.png"));
        assertThat(gallery.run("search", "green", "--json").json()).hasSize(3);
        index();
        assertThat(gallery.run("doctor", "--clean").err()).contains("1 contents removed");
        assertThat(searched()).as("of what is gone, no vector is left").containsExactly("lock");
        paint("b/white.png", Color.WHITE);
        index();
        assertThat(first(gallery.run("search", "white", "--json"))).isEqualTo("white.png");
        assertThat(gallery.run("search", "green", "--json").json()).hasSize(3);
    }

    @Test
    void aMovedPhotoIsFoundWhereItIs() throws IOException {
        index();
        Files.createDirectories(photos.resolve("c"));
        Files.move(photos.resolve("a/red.png"), photos.resolve("c/rouge.png"));
        assertThat(index("--json").json().get("photos").get("recognized").intValue())
                .isZero();
        assertThat(first(gallery.run("search", "red", "--json"))).isEqualTo("rouge.png");
    }

    @Test
    void backfillSparesTheReadingOfACopy() throws IOException {
        index();
        Path file = photos.resolve("a/red.png");
        Path copy = Files.copy(file, folder.resolve("copy"));
        Files.move(copy, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        JsonNode filled = gallery.run("backfill", "--target", photos, "--json").json();
        assertThat(filled.get("files").intValue()).isEqualTo(1);
        JsonNode summary = index("--json").json();
        assertThat(summary.get("bytesRead").intValue()).isZero();
        assertThat(summary.get("galleries").get("unchanged").intValue()).isEqualTo(2);
    }

    @Test
    void theDoctorNamesWhatIsNotWell() throws IOException {
        Files.writeString(photos.resolve("a/broken.jpg"), "no picture");
        index();
        Said said = gallery.run("doctor");
        assertThat(said.code()).isEqualTo(ExitCode.INCOMPLETE);
        assertThat(said.err()).contains("broken.jpg: ");
        Files.delete(photos.resolve("a/broken.jpg"));
        assertThat(gallery.run("doctor").err()).contains("broken.jpg: is not there");
        index();
        assertThat(gallery.run("doctor", "--clean").out()).contains("all is well");
        assertThat(gallery.run("status").out()).contains("photos     3", "tiny-colors 3 contents");
    }

    @Test
    void badFilesStopNothing() throws IOException {
        Files.createFile(photos.resolve("a/empty.jpg"));
        try (var huge = new RandomAccessFile(photos.resolve("b/sparse.jpg").toFile(), "rw")) {
            huge.setLength(200_000_000);
        }
        Files.createSymbolicLink(photos.resolve("a/loop"), photos);
        Said said = index("--json");
        assertThat(said.code()).isEqualTo(ExitCode.INCOMPLETE);
        assertThat(said.json().get("photos").get("failed").intValue()).isEqualTo(2);
        assertThat(said.err()).contains("empty.jpg: ", "sparse.jpg: ");
        assertThat(said.json().get("photos").get("recognized").intValue()).isEqualTo(3);
    }

    @Test
    void aPhotoWhoseNameIsNoTextIsFound() throws IOException {
        Path latin = Path.of(URI.create(photos.resolve("a").toUri() + "gr%FCn.png"));
        Files.move(photos.resolve("b/green.png"), latin);
        JsonNode summary = index("--json").json();
        assertThat(summary.get("photos").get("failed").intValue()).isZero();
        assertThat(first(gallery.run("search", "green", "--json")))
                .startsWith("gr")
                .endsWith("n.png");
    }

    @Test
    void purgingHasModelsLookAgain() throws IOException {
        index();
        gallery.run("search", "red");
        assertThat(searched()).hasSizeGreaterThan(1);
        JsonNode summary = index("--ml-purge", "--json").json();
        assertThat(summary.get("photos").get("recognized").intValue()).isEqualTo(3);
        assertThat(searched()).containsExactly("lock");
        assertThat(first(gallery.run("search", "red", "--json"))).isEqualTo("red.png");
    }

    @Test
    void noCommandButIndexAndMigrateMakesADatabase() {
        for (String command : List.of("status", "doctor", "cluster", "people list", "people reset", "search red")) {
            assertThat(gallery.run(command).err())
                    .startsWith("NOT_FOUND: There is no database")
                    .contains(gallery.database());
        }
        assertThat(gallery.run("backfill", "--target", photos).err()).startsWith("NOT_FOUND: There is no database");
        assertThat(Path.of(gallery.database())).doesNotExist();
        var nowhere = new GalleryRun(folder.resolve("none/gallery.db").toString(), gallery.models());
        assertThat(nowhere.run("index", "--target", photos).err()).startsWith("NOT_FOUND: There is no folder");
    }

    @Test
    void whatIsNotPossibleIsSaidClearly() throws IOException {
        for (String threshold : List.of("1.5", "-0.1", "NaN")) {
            assertThat(gallery.run("cluster", "--threshold=" + threshold).err())
                    .startsWith("INVALID: The threshold is a cosine similarity from 0 to 1");
        }
        assertThat(gallery.run("search").err()).startsWith("INVALID: ");
        assertThat(index().code()).isEqualTo(ExitCode.DONE);
        assertThat(gallery.run("people name", 7, "Anna").err()).startsWith("NOT_FOUND: There is no person 7");
        assertThat(gallery.run("index", "--target", folder.resolve("gone")).err())
                .startsWith("NOT_FOUND: There is no folder");
        var without = new GalleryRun(gallery.database(), folder.resolve("none"));
        assertThat(without.run("index", "--target", photos).err()).contains("There is no model pack");
        assertThat(without.run("search", "red").err()).startsWith("INVALID: Words and pictures are compared");
    }
}
