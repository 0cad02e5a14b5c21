package app.heirloom.tools.identities.sets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.embedding.Picture;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.identity.EraSplit;
import app.heirloom.library.identity.IdentitySet;
import app.heirloom.library.identity.IdentityTerms;
import app.heirloom.library.identity.SetFace;
import app.heirloom.library.identity.picture.PicturedFace;
import app.heirloom.library.identity.picture.SeenPicture;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.metadata.MediaMetadata;
import app.heirloom.testkit.identity.FakeFaceCache;
import app.heirloom.testkit.identity.SeenPictures;
import app.heirloom.tools.Progress;
import app.heirloom.tools.identities.sets.SetExport.Exported;
import app.heirloom.vectors.face.NeighborFaceGraph;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a cropper that copies the picture's seed, and a reader that paints it. */
class SetExportTest {
    private final ManyFaces faces = new ManyFaces();
    private final FakeFaceCache cache = new FakeFaceCache(MadeSets.MODEL);
    private final AtomicInteger cuts = new AtomicInteger();
    private final Map<Path, FakeFaceCache> embeddings = new HashMap<>();
    private int top = 3;

    @TempDir
    private Path store;

    @TempDir
    private Path sets;

    @Test
    void cutsFacesOutTheBestFirst() throws IOException {
        put(faces.of("ann", 8), 0);
        Exported exported = export().getFirst();
        assertThat(exported.crops()).isEqualTo(8);
        List<SetFace> ranked = exported.set().faces();
        assertThat(ranked).isSortedAccordingTo((a, b) -> Double.compare(b.merit(), a.merit()));
        assertThat(ranked.getFirst().crop()).startsWith("crops/0001_");
        assertThat(ranked)
                .allSatisfy(face -> assertThat(sets.resolve("0001").resolve(String.valueOf(face.crop())))
                        .exists());
        assertThat(sets.resolve("0001/embeddings.npz")).exists();
    }

    @Test
    void ofFacesThatLookTheSameOneIsKept() throws IOException {
        put(faces.of("ann", 8), 0);
        List<SeenPicture> copies =
                faces.of("ann", 2).stream().map(face -> copy(face.picture())).toList();
        for (SeenPicture copy : copies) {
            Files.writeString(Path.of(copy.paths().getFirst()), Integer.toString(copies.indexOf(copy)));
        }
        cache.add(copies);
        Exported exported = export().getFirst();
        assertThat(exported.set().faces()).hasSize(10);
        assertThat(exported.crops()).isEqualTo(8);
        assertThat(exported.alike()).isEqualTo(2);
    }

    @Test
    void aSetOfTheSameFaceOverAndOverIsThin() throws IOException {
        putOneSevenTimes();
        assertThat(export()).singleElement().satisfies(exported -> {
            assertThat(exported.shelf()).isEqualTo(Shelf.THIN);
            assertThat(exported.crops()).isEqualTo(1);
        });
        assertThat(sets.resolve("_thin/0001/set.json")).exists();
        assertThat(sets.resolve("0001")).doesNotExist();
    }

    @Test
    void aThinSetThatGrewComesBackUnderItsNumber() throws IOException {
        putOneSevenTimes();
        assertThat(export())
                .singleElement()
                .satisfies(exported -> assertThat(exported.shelf()).isEqualTo(Shelf.THIN));
        put(faces.of("ann", 8).subList(1, 8), 1);
        cluster();
        assertThat(export())
                .singleElement()
                .satisfies(exported -> assertThat(exported.shelf()).isEqualTo(Shelf.CANONICAL));
        assertThat(sets.resolve("0001/set.json")).exists();
    }

    @Test
    void aSecondExportCutsNothing() throws IOException {
        put(faces.of("ann", 8), 0);
        IdentitySet first = export().getFirst().set();
        byte[] manifest = Files.readAllBytes(sets.resolve("0001/set.json"));
        cuts.set(0);
        assertThat(export().getFirst().set().faces()).isEqualTo(first.faces());
        assertThat(cuts).hasValue(0);
        assertThat(sets.resolve("0001/set.json")).hasBinaryContent(manifest);
    }

    @Test
    void theBestFacesHaveAFileOfTheirOwn() throws IOException {
        put(faces.of("ann", 8), 0);
        List<String> ranked = export().getFirst().set().faces().stream()
                .map(face -> face.key().picture())
                .toList();
        assertThat(inFile("0001/embeddings.npz")).isEqualTo(ranked);
        assertThat(inFile("0001/top.npz")).isEqualTo(ranked.subList(0, 3));
        top = 5;
        export();
        assertThat(inFile("0001/top.npz")).isEqualTo(ranked.subList(0, 5));
        top = 0;
        export();
        assertThat(sets.resolve("0001/top.npz")).doesNotExist();
    }

    @Test
    void whatAKilledExportHadBegunIsNoObstacle() throws IOException {
        put(faces.of("ann", 8), 0);
        cluster();
        Path drafts = Files.createDirectories(sets.resolve("0001/.drafts/embeddings.npz.parts"));
        Files.writeString(drafts.resolve("00000001.npz"), "half");
        export();
        assertThat(inFile("0001/embeddings.npz")).hasSize(8);
        assertThat(sets.resolve("0001/.drafts")).doesNotExist();
    }

    @Test
    void aPictureThatIsGoneIsTold() throws IOException {
        put(faces.of("ann", 8), 0);
        cluster();
        Files.delete(store.resolve(faces.of("ann", 1).getFirst().picture().sha256()));
        Exported exported = export().getFirst();
        assertThat(exported.failures()).singleElement().asString().contains("is gone");
        assertThat(exported.crops()).isEqualTo(7);
        assertThat(exported.set().faces()).hasSize(8);
    }

    @Test
    void theCacheOfOtherFacesIsRefused() throws IOException {
        put(faces.of("ann", 8), 0);
        cluster();
        try (SetStore all = SetStore.open(sets)) {
            assertThatThrownBy(() -> exportOf(all).run("me", new FakeFaceCache(MadeSets.MODEL), exported -> {}))
                    .isInstanceOf(HeirloomException.class)
                    .hasMessageContaining("8 of 8 faces");
        }
    }

    private void putOneSevenTimes() throws IOException {
        PicturedFace face = faces.of("ann", 1).getFirst();
        put(List.of(face), 0);
        for (int i = 0; i < 6; i++) {
            SeenPicture copy = named(face.picture(), "copy" + i);
            Files.writeString(Path.of(copy.paths().getFirst()), "0");
            cache.add(List.of(copy));
        }
    }

    private void put(List<PicturedFace> some, int firstSeed) throws IOException {
        int seed = firstSeed;
        List<SeenPicture> pictures = new ArrayList<>();
        for (PicturedFace face : some) {
            SeenPicture picture = named(face.picture(), face.picture().sha256());
            Files.writeString(Path.of(picture.paths().getFirst()), Integer.toString(seed++));
            pictures.add(picture);
        }
        cache.add(pictures);
    }

    private SeenPicture copy(SeenPicture picture) {
        return named(picture, "copy of " + picture.sha256());
    }

    private SeenPicture named(SeenPicture picture, String name) {
        String sha256 = name.equals(picture.sha256()) ? name : SeenPictures.sha256(name);
        return new SeenPicture(
                sha256, List.of(store.resolve(sha256).toString()), picture.shape(), picture.origins(), picture.faces());
    }

    private void cluster() {
        try (SetStore all = SetStore.open(sets)) {
            new SetClustering(all, NeighborFaceGraph::new, Progress.NONE)
                    .run("me", cache, IdentityTerms.DEFAULT, false);
        }
    }

    private List<Exported> export() {
        cluster();
        List<Exported> exported = new ArrayList<>();
        try (SetStore all = SetStore.open(sets)) {
            exportOf(all).run("me", cache, exported::add);
        }
        return exported;
    }

    private SetExport exportOf(SetStore all) {
        var pictures = new SetPictures(
                (file, type, sidecar) -> new MediaMetadata(Exif.UNKNOWN, null, null, List.of()),
                crop -> {
                    cuts.incrementAndGet();
                    copy(crop.original(), crop.target());
                },
                (file, longestSide) -> paint(read(file)));
        return new SetExport(
                all, pictures, this::embeddings, new SetExport.Settings(6, EraSplit.DEFAULT, top), Progress.NONE);
    }

    /** In memory, with a file that stands for it. */
    private FakeFaceCache embeddings(Path file, ModelId model) {
        if (Files.exists(file)) {
            return Objects.requireNonNull(embeddings.get(file));
        }
        copy(sets.resolve("manifest.json"), file);
        var fresh = new FakeFaceCache(model);
        Path drafts = Objects.requireNonNull(file.getParent());
        embeddings.put(drafts.resolveSibling(file.getFileName()), fresh);
        return fresh;
    }

    private List<String> inFile(String file) {
        List<String> pictures = new ArrayList<>();
        Objects.requireNonNull(embeddings.get(sets.resolve(file))).forEach(picture -> pictures.add(picture.sha256()));
        return pictures;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) {
        try {
            Files.copy(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Picture paint(String seed) {
        var random = new Random(seed.hashCode());
        byte[] rgb = new byte[64 * 64 * Picture.CHANNELS];
        int[] cells = random.ints(64, 0, 256).toArray();
        for (int i = 0; i < rgb.length; i++) {
            int x = i / Picture.CHANNELS % 64;
            int y = i / Picture.CHANNELS / 64;
            rgb[i] = (byte) cells[y / 8 * 8 + x / 8];
        }
        return new Picture(64, 64, rgb);
    }
}
