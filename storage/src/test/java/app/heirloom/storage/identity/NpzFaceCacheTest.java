package app.heirloom.storage.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.library.embedding.Embedding;
import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.face.FaceFinder.Found;
import app.heirloom.library.face.FaceQuality;
import app.heirloom.library.face.Landmarks.Point;
import app.heirloom.library.identity.picture.FaceCache;
import app.heirloom.library.identity.picture.PictureOrigin;
import app.heirloom.library.identity.picture.SeenPicture;
import app.heirloom.testkit.identity.SeenPictures;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpzFaceCacheTest {
    private static final ModelId MODEL = new ModelId("faces");
    private static final Embedding ONE = Embedding.of(new float[] {1, 2, 2});
    private static final Embedding OTHER = Embedding.of(new float[] {-2, 1, 2});

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("ann.npz");
    }

    @Test
    void everythingComesBackInItsOrder() {
        SeenPicture some = SeenPictures.picture("Zoë & Ann", ONE, OTHER);
        SeenPicture none = SeenPictures.picture("empty");
        SeenPicture last = SeenPictures.picture("last", OTHER);
        try (FaceCache cache = NpzFaceCache.open(file, MODEL)) {
            cache.add(List.of(some, none));
            cache.add(List.of(last));
            assertThat(texts(cache)).containsExactlyElementsOf(texts(List.of(some, none, last)));
        }
        assertThat(folder).isDirectoryContaining(path -> path.equals(file)).isDirectoryNotContaining("glob:**.par*");
        try (FaceCache cache = NpzFaceCache.open(file)) {
            assertThat(cache.model()).isEqualTo(MODEL);
            assertThat(texts(cache)).containsExactlyElementsOf(texts(List.of(some, none, last)));
            assertThat(cache.countPictures()).isEqualTo(3);
            assertThat(cache.countFaces()).isEqualTo(3);
            assertThat(cache.has(none.sha256())).isTrue();
            assertThat(cache.has(SeenPictures.sha256("unknown"))).isFalse();
        }
    }

    @Test
    void whatWasAddedIsThereThoughNothingWasClosed() {
        NpzFaceCache.open(file, MODEL).add(List.of(SeenPictures.picture("a", ONE)));
        try (FaceCache cache = NpzFaceCache.open(file)) {
            assertThat(cache.has(SeenPictures.sha256("a"))).isTrue();
        }
    }

    @Test
    void aPictureIsThereOnceWithAllItsPlaces() {
        SeenPicture picture = SeenPictures.picture("a", ONE);
        var elsewhere = new PictureOrigin(SeenPictures.SERVER, SeenPictures.USER, "copy");
        SeenPicture copy =
                new SeenPicture(picture.sha256(), List.of("/copy.jpg"), picture.shape(), List.of(elsewhere), List.of());
        List<String> united = texts(List.of(picture.alsoAt(List.of("/copy.jpg"), List.of(elsewhere))));
        try (FaceCache cache = NpzFaceCache.open(file, MODEL)) {
            cache.add(List.of(picture, copy));
            assertThat(texts(cache)).containsExactlyElementsOf(united);
        }
        try (FaceCache cache = NpzFaceCache.open(file, MODEL)) {
            cache.add(List.of(copy));
            cache.add(List.of(SeenPictures.picture("b"), picture));
            assertThat(cache.countFaces()).isEqualTo(1);
            assertThat(texts(cache)).hasSize(2).containsAll(united);
        }
        try (FaceCache cache = NpzFaceCache.open(file, MODEL)) {
            assertThat(texts(cache)).hasSize(2).containsAll(united);
        }
    }

    @Test
    void partsThatACrashLeftBehindSayNothingNew() throws IOException {
        try (FaceCache cache = NpzFaceCache.open(file, MODEL)) {
            cache.add(List.of(SeenPictures.picture("a", ONE), SeenPictures.picture("b", OTHER)));
            Path part = folder.resolve("ann.npz.parts").resolve("00000001.npz");
            Files.copy(part, folder.resolve("kept"));
        }
        Files.createDirectory(folder.resolve("ann.npz.parts"));
        Files.move(folder.resolve("kept"), folder.resolve("ann.npz.parts").resolve("00000001.npz"));
        try (FaceCache cache = NpzFaceCache.open(file, MODEL)) {
            assertThat(texts(cache)).hasSize(2);
            assertThat(cache.countFaces()).isEqualTo(2);
        }
    }

    @Test
    void aPartThatWasBeingWrittenAtACrashIsNoObstacle() throws IOException {
        Path parts = Files.createDirectory(folder.resolve("ann.npz.parts"));
        Files.writeString(parts.resolve("00000001.npz.part"), "half");
        Files.writeString(parts.resolve("00000001.npz.meta.part"), "[");
        fill();
        assertThat(parts).doesNotExist();
        assertThat(file).exists();
    }

    @Test
    void manyPartsBecomeOneFile() {
        try (FaceCache cache = NpzFaceCache.open(file, MODEL)) {
            for (int i = 0; i < 201; i++) {
                cache.add(List.of(SeenPictures.picture("p" + i, ONE)));
            }
            assertThat(file).exists();
            assertThat(folder.resolve("ann.npz.parts")).isDirectoryContaining("glob:**/00000001.npz");
            assertThat(texts(cache)).hasSize(201);
        }
    }

    @Test
    void nothingIsMadeOfNothing() {
        NpzFaceCache.open(file, MODEL).close();
        assertThat(folder).isEmptyDirectory();
        assertRefused(() -> NpzFaceCache.open(file), ErrorCode.NOT_FOUND, "There is no cache");
    }

    @Test
    void anotherModelIsRefused() {
        fill();
        assertRefused(() -> NpzFaceCache.open(file, new ModelId("other")), ErrorCode.INVALID, "not of other");
    }

    @Test
    void anUnknownSchemaIsRefused() throws IOException {
        fill();
        rewrite(Map.of("schema", text("v9")));
        assertRefused(() -> NpzFaceCache.open(file), ErrorCode.INVALID, "of the schema v9, and only v2 is known");
    }

    @Test
    void pickledArraysAreRefused() throws IOException {
        fill();
        rewrite(Map.of("meta", bytes(new NpyHeader("|O", List.of(1)), new byte[8])));
        assertRefused(() -> NpzFaceCache.open(file), ErrorCode.INVALID, "meta: it is pickled");
    }

    @Test
    void halfWrittenOnesAreRefused() throws IOException {
        fill();
        byte[] whole = Files.readAllBytes(file);
        for (int length : List.of(0, 1, whole.length / 2, whole.length - 1)) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertRefused(() -> NpzFaceCache.open(file, MODEL), ErrorCode.INVALID, "cannot be read");
        }
    }

    @Test
    void whatOtherToolsLeaveOutIsTakenFromWhatThereIs() throws IOException {
        fill();
        Path picture = Files.writeString(folder.resolve("a.jpg"), "a picture");
        rewrite(Map.of(
                "processed", text("[{\"path\":\"%s\"}]".formatted(picture)),
                "meta", text("[{\"path\":\"%s\",\"bbox\":[100,100,300,320],\"det_score\":0.75}]".formatted(picture)),
                "embeddings", floats(1)));
        List<SeenPicture> pictures = new ArrayList<>();
        try (FaceCache cache = NpzFaceCache.open(file)) {
            cache.forEach(pictures::add);
        }
        assertThat(pictures).extracting(SeenPicture::sha256).containsExactly(SeenPictures.sha256("a picture"));
        Found face = pictures.getFirst().faces().getFirst();
        assertThat(face.quality()).isEqualTo(new FaceQuality(200, 1, 1, 0.75f));
        assertThat(face.face().landmarks().nose()).isEqualTo(new Point(200, 100 + 0.641f * 220));
    }

    @Test
    void contradictionsAreRefused() throws IOException {
        fill();
        byte[] whole = Files.readAllBytes(file);
        assertContradiction(whole, "embeddings", floats(1), "more faces than the 1 embeddings");
        assertContradiction(whole, "embeddings", floats(3), "3 embeddings, but only 2 faces");
        assertContradiction(whole, "embeddings", bytes(new NpyHeader("<f8", List.of(2, 3)), new byte[48]), "<f8");
        assertContradiction(whole, "embeddings", bytes(new NpyHeader("<f4", List.of(2, 3)), new byte[5]), "middle");
        assertContradiction(whole, "meta", text("[]"), "2 embeddings, but only 0 faces");
        assertContradiction(whole, "meta", text("[{\"sha256\":\"none\"}]"), "do not stand together");
        assertContradiction(whole, "processed", text("[{\"path\":\"/a\"}]"), "no sha256");
        assertContradiction(whole, "processed", text("not JSON"), "Unrecognized token");
        assertContradiction(whole, "processed", "x".getBytes(StandardCharsets.US_ASCII), "no array");
    }

    private void assertContradiction(byte[] whole, String array, byte[] content, String reason) throws IOException {
        Files.write(file, whole);
        rewrite(Map.of(array, content));
        assertRefused(() -> NpzFaceCache.open(file, MODEL), ErrorCode.INVALID, reason);
    }

    @Test
    void aFolderThatCannotBeWrittenIsTold() throws IOException {
        Files.writeString(folder.resolve("ann.npz.parts"), "a file where a folder should be");
        FaceCache cache = NpzFaceCache.open(file, MODEL);
        assertRefused(
                () -> cache.add(List.of(SeenPictures.picture("a"))),
                ErrorCode.DATA_DIRECTORY,
                "Cannot write the cache of faces");
    }

    private void fill() {
        try (FaceCache cache = NpzFaceCache.open(file, MODEL)) {
            cache.add(List.of(SeenPictures.picture("a", ONE), SeenPictures.picture("b", OTHER)));
        }
    }

    private static void assertRefused(ThrowingCallable opening, ErrorCode code, String message) {
        assertThatThrownBy(opening)
                .isInstanceOfSatisfying(
                        HeirloomException.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageContaining(message);
    }

    /** Puts other arrays into the file. */
    private void rewrite(Map<String, byte[]> replaced) throws IOException {
        Path draft = folder.resolve("draft");
        try (var zip = new ZipFile(file.toFile());
                OutputStream out = Files.newOutputStream(draft);
                var target = new ZipOutputStream(out)) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                target.putNextEntry(new ZipEntry(entry.getName()));
                byte[] old = zip.getInputStream(entry).readAllBytes();
                target.write(replaced.getOrDefault(entry.getName().replace(".npy", ""), old));
            }
        }
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static byte[] floats(int rows) throws IOException {
        byte[] values = new byte[rows * 12];
        for (int i = 0; i < rows; i++) {
            values[i * 12 + 3] = 0x40; // 2.0
        }
        return bytes(new NpyHeader("<f4", List.of(rows, 3)), values);
    }

    private static byte[] text(String text) throws IOException {
        return bytes(new NpyHeader("|S" + text.length(), List.of()), text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] bytes(NpyHeader header, byte[] values) throws IOException {
        var zipped = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(zipped)) {
            NpyHeader.begin(zip, "array", header);
            zip.write(values);
        }
        try (var zip = new ZipInputStream(new ByteArrayInputStream(zipped.toByteArray()))) {
            zip.getNextEntry();
            return zip.readAllBytes();
        }
    }

    private static List<String> texts(FaceCache cache) {
        List<SeenPicture> pictures = new ArrayList<>();
        cache.forEach(pictures::add);
        return texts(pictures);
    }

    /** All that there is, with the numbers of the embeddings. */
    private static List<String> texts(List<SeenPicture> pictures) {
        return pictures.stream().map(NpzFaceCacheTest::text).toList();
    }

    private static String text(SeenPicture picture) {
        var text = new StringBuilder(List.of(picture.sha256(), picture.paths(), picture.shape(), picture.origins())
                .toString());
        picture.faces()
                .forEach(face -> text.append(face.face())
                        .append(face.quality())
                        .append(Arrays.toString(face.embedding().values())));
        return text.toString();
    }
}
