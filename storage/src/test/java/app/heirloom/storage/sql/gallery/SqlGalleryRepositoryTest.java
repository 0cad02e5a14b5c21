package app.heirloom.storage.sql.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.library.asset.Checksum;
import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.gallery.Content;
import app.heirloom.library.gallery.ContentHash;
import app.heirloom.library.gallery.Gallery;
import app.heirloom.library.gallery.GalleryCounts;
import app.heirloom.library.gallery.GalleryFile;
import app.heirloom.library.gallery.GalleryRepository;
import app.heirloom.library.gallery.GalleryStamp;
import app.heirloom.library.gallery.ModelSet;
import app.heirloom.library.text.TextLine;
import app.heirloom.storage.database.TestDatabase;
import app.heirloom.storage.sql.OwnedLibrary;
import app.heirloom.storage.sql.Rows;
import app.heirloom.storage.sql.SqlStorage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class SqlGalleryRepositoryTest {
    private static final Instant MAY = Instant.parse("2024-05-01T12:00:00.123456Z");
    private static final GalleryStamp STAMP = new GalleryStamp(2, 30, Long.MIN_VALUE, MAY.plusSeconds(1));
    private static final ModelSet FACES = ModelSet.of(List.of(new ModelId("faces")));
    private static final ModelSet BOTH = ModelSet.of(List.of(new ModelId("images"), new ModelId("faces")));

    private final TestDatabase kind;
    private SqlStorage storage;
    private GalleryRepository galleries;

    SqlGalleryRepositoryTest(TestDatabase kind) {
        this.kind = kind;
    }

    @BeforeEach
    void open(@TempDir Path folder) {
        storage = kind.open(folder);
        galleries = storage.galleries();
    }

    @AfterEach
    void close() {
        storage.close();
    }

    @Test
    void aGalleryHasNoStampUntilItIsComplete() {
        Gallery gallery = open("/photos/a");
        assertThat(gallery.stamp()).isEmpty();
        run(() -> galleries.complete(gallery.id(), STAMP, BOTH));
        Gallery complete = open("/photos/a");
        assertThat(complete.id()).isEqualTo(gallery.id());
        assertThat(complete.stamp()).contains(STAMP);
        assertThat(complete.looks().containsAll(FACES)).isTrue();
        assertThat(FACES.containsAll(complete.looks())).isFalse();
    }

    @Test
    void aPathStandsForItselfAndWhatIsBelow() {
        List.of("/photos", "/photos/a", "/photos/a/ü", "/photos/ab", "/other").forEach(this::open);
        assertThat(pathsAt("/photos/a")).containsExactly("/photos/a", "/photos/a/ü");
        assertThat(pathsAt("/")).hasSize(5);
    }

    @Test
    void keepsWhatIsKnownOfFiles() {
        Gallery gallery = open("/photos");
        GalleryFile good = file("a.jpg", hash(1), null);
        GalleryFile bad = file("b.jpg", null, "it is no picture");
        run(() -> galleries.saveFiles(gallery.id(), List.of(good, bad)));
        GalleryFile mended = file("b.jpg", hash(2), null);
        run(() -> galleries.saveFiles(gallery.id(), List.of(mended)));
        assertThat(read(() -> galleries.listFiles(gallery.id()))).containsExactly(good, mended);
        run(() -> galleries.removeFiles(gallery.id(), List.of("a.jpg")));
        assertThat(read(() -> galleries.listFiles(gallery.id()))).containsExactly(mended);
    }

    @Test
    void onlyOneWorkerHasAGalleryUntilItsLeaseIsOver() {
        Gallery gallery = open("/photos");
        Duration hour = Duration.ofHours(1);
        assertThat(lease(gallery, "one", hour)).isTrue();
        assertThat(lease(gallery, "one", hour)).isTrue();
        assertThat(lease(gallery, "two", hour)).isFalse();
        run(() -> galleries.release(gallery.id(), "two"));
        assertThat(lease(gallery, "two", hour)).isFalse();
        run(() -> galleries.release(gallery.id(), "one"));
        assertThat(lease(gallery, "two", Duration.ofHours(-1))).isTrue();
        assertThat(lease(gallery, "one", hour)).isTrue();
    }

    @Test
    void contentIsUnseenUntilEveryModelLookedAtIt() {
        run(() -> galleries.addContents(List.of(content(1), content(2))));
        look(content(1), "faces");
        assertThat(unseen(FACES)).containsExactly(hash(2));
        assertThat(unseen(BOTH)).containsExactlyInAnyOrder(hash(1), hash(2));
        assertThat(unseen(ModelSet.NONE)).isEmpty();
    }

    @Test
    void contentThatNoFileHasGoesWithWhatModelsMadeOfIt() {
        Gallery gallery = open("/photos");
        run(() -> {
            galleries.addContents(List.of(content(1), content(2)));
            galleries.saveFiles(gallery.id(), List.of(file("a.jpg", hash(1), null)));
        });
        look(content(1), "faces");
        look(content(2), "faces");
        assertThat(storage.transactions().<Integer>write(galleries::removeOrphans))
                .isEqualTo(1);
        assertThat(read(() -> galleries.findContent(hash(2)))).isEmpty();
        assertThat(looks()).isEqualTo(1);
        run(() -> galleries.remove(gallery.id()));
        run(galleries::removeOrphans);
        assertThat(looks()).isZero();
    }

    @Test
    void whatAnAssetSharesStaysWhenTheGalleryGoes(@TempDir Path folder) {
        try (var library = new OwnedLibrary(kind, folder)) {
            var shared = library.asset(library.addAsset()).original().checksum();
            var repository = library.storage.galleries();
            library.run(() -> repository.addContents(List.of(new Content(hash(1), shared))));
            library.run(() -> Rows.of(library.storage)
                    .update("insert into model_look (checksum, model) values (?, 'faces')", shared.bytes()));
            library.run(repository::removeOrphans);
            assertThat(library.read(() -> Rows.of(library.storage)
                            .exists("select 1 from model_look where checksum = ?", shared.bytes())))
                    .isTrue();
        }
    }

    @Test
    void countsWhatIsIndexed() {
        Gallery gallery = open("/photos");
        run(() -> {
            galleries.addContents(List.of(content(1)));
            galleries.saveFiles(
                    gallery.id(), List.of(file("a.jpg", hash(1), null), file("b.jpg", null, "it is no picture")));
        });
        assertThat(read(galleries::counts)).isEqualTo(new GalleryCounts(1, 2, 1, 1, 24));
    }

    @Test
    void findsTheFilesOnWhichEachOfTheWordsCanBeRead() {
        Gallery gallery = open("/photos");
        run(() -> {
            galleries.addContents(List.of(content(1), content(2)));
            galleries.saveFiles(
                    gallery.id(),
                    List.of(
                            file("b.jpg", hash(1), null),
                            file("a.jpg", hash(1), null),
                            file("c.jpg", hash(2), null),
                            file("d.jpg", null, "unreadable")));
            readText(content(1), "Hôtel de la Gare", "100%");
            readText(content(2), "Gare du Nord");
        });
        assertThat(reading(List.of("hotel", "GARE"), 9)).containsExactly("a.jpg", "b.jpg");
        assertThat(reading(List.of("gare"), 2)).containsExactly("a.jpg", "b.jpg");
        assertThat(reading(List.of("du"), 9)).containsExactly("c.jpg");
        assertThat(reading(List.of("0%"), 9)).containsExactly("a.jpg", "b.jpg");
        assertThat(reading(List.of("gare", "plage"), 9)).isEmpty();
    }

    private void readText(Content content, String... lines) {
        var corner = new TextLine.Corner(0.5f, 0.5f);
        var corners = new TextLine.Corners(corner, corner, corner, corner);
        storage.texts()
                .save(
                        new ModelId("letters"),
                        content.checksum(),
                        Stream.of(lines)
                                .map(line -> new TextLine(line, corners, 1, 1))
                                .toList());
    }

    private List<String> reading(List<String> words, int limit) {
        return read(() -> galleries.listReading(words, limit)).stream()
                .map(GalleryRepository.Place::name)
                .toList();
    }

    private Gallery open(String path) {
        return storage.transactions().write(() -> galleries.open(path));
    }

    private List<String> pathsAt(String path) {
        return read(() -> {
            List<String> paths = new ArrayList<>();
            galleries.forEach(path, gallery -> paths.add(gallery.path()));
            return paths;
        });
    }

    private boolean lease(Gallery gallery, String worker, Duration duration) {
        return storage.transactions().write(() -> galleries.lease(gallery.id(), worker, duration));
    }

    private Set<ContentHash> unseen(ModelSet models) {
        return read(() -> galleries.listUnseen(List.of(hash(1), hash(2)), models));
    }

    private void look(Content content, String model) {
        run(() -> galleries.addLooks(content, new ModelSet(model)));
    }

    private int looks() {
        return read(() -> Rows.of(storage).list("select 1 from model_look", row -> true))
                .size();
    }

    private static Content content(int number) {
        byte[] checksum = new byte[Checksum.LENGTH_IN_BYTES];
        Arrays.fill(checksum, (byte) number);
        return new Content(hash(number), Checksum.of(checksum));
    }

    private static ContentHash hash(int number) {
        byte[] bytes = new byte[ContentHash.LENGTH_IN_BYTES];
        Arrays.fill(bytes, (byte) number);
        return ContentHash.of(bytes);
    }

    private static GalleryFile file(String name, @Nullable ContentHash content, @Nullable String failure) {
        return new GalleryFile(name, new GalleryFile.State(12, MAY, 7), content, failure);
    }

    private <T> T read(Supplier<T> work) {
        return storage.transactions().read(work);
    }

    private void run(Runnable work) {
        storage.transactions().run(work);
    }
}
