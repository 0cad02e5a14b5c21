package app.heirloom.tools.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.embedding.Picture;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.text.TextLine;
import app.heirloom.library.text.TextLine.Corner;
import app.heirloom.library.text.TextLine.Corners;
import app.heirloom.library.text.TextReader;
import app.heirloom.storage.database.DatabaseConfig;
import app.heirloom.storage.files.FileContentReader;
import app.heirloom.storage.sql.SqlStorage;
import app.heirloom.tools.gallery.search.FoundPhoto;
import app.heirloom.tools.gallery.search.GallerySearch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models that read the one line of text which a file consists of. */
class StoredRecognitionTest {
    private static final Corner CORNER = new Corner(0.5f, 0.5f);
    private static final Corners PLACE = new Corners(CORNER, CORNER, CORNER, CORNER);

    @TempDir
    private Path folder;

    private final Collection<Integer> sides = new ConcurrentLinkedQueue<>();
    private SqlStorage storage;

    @BeforeEach
    void open() {
        storage = SqlStorage.open(DatabaseConfig.sqlite(folder.resolve("gallery.db")), InstantSource.system());
    }

    @AfterEach
    void close() {
        storage.close();
    }

    /** The text travels as the picture's pixels. */
    private Picture picture(Path file, int longestSide) {
        sides.add(longestSide);
        try {
            byte[] text = Files.readAllBytes(file);
            return new Picture(text.length / Picture.CHANNELS, 1, text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static TextReader reader() {
        return new TextReader() {
            @Override
            public ModelId model() {
                return new ModelId("letters");
            }

            @Override
            public List<TextLine> read(Picture picture) {
                return List.of(new TextLine(new String(picture.rgb(), StandardCharsets.UTF_8), PLACE, 1, 1));
            }
        };
    }

    private IndexSummary index() throws InterruptedException {
        var recognition = new StoredRecognition(
                new StoredRecognition.Models(Optional.empty(), Optional.empty(), Optional.of(reader())),
                new StoredRecognition.Decoding(this::picture, (file, type, sidecar) -> {
                    throw new AssertionError("only faces need to know how large the original is");
                }),
                new StoredRecognition.Shelves(storage.detections(), storage.embeddings(), storage.texts()));
        var index = new GalleryIndex(
                new IndexShelves(storage.galleries(), storage.transactions()),
                new FileContentReader(),
                recognition,
                IndexSettings.of(2),
                complaint -> {
                    throw new AssertionError(complaint);
                });
        index.run(List.of(folder.resolve("photos")), new Selection(List.of(), List.of()));
        return index.progress();
    }

    private List<String> reading(String words) {
        var search = new GallerySearch(
                new GallerySearch.Shelves(storage.galleries(), storage.galleryPeople(), storage.transactions()),
                Optional.empty());
        return search.listByText(words, 10).stream()
                .map(FoundPhoto::path)
                .map(path -> path.getFileName().toString())
                .toList();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("photos")).resolve(name), text);
    }

    @Test
    void whatCanBeReadOnAPhotoIsKeptAndFound() throws Exception {
        write("sign.jpg", "Grand Hotel Europa");
        write("copy.jpg", "Grand Hotel Europa");
        write("menu.jpg", "Grand menu du soir");
        assertThat(index().photos().recognized()).isEqualTo(2);
        assertThat(reading("hotel grand")).containsExactly("copy.jpg", "sign.jpg");
        assertThat(reading("GRAND")).containsExactly("copy.jpg", "menu.jpg", "sign.jpg");
        assertThat(reading("du")).as("too short for an index of three letters").containsExactly("menu.jpg");
        assertThat(reading("beach")).isEmpty();
        assertThat(sides)
                .as("letters need the size of a preview")
                .containsOnly(1440)
                .hasSize(2);
        assertThat(index().galleries().unchanged()).isEqualTo(1);
    }

    @Test
    void noWordsAreRefused() {
        assertThatThrownBy(() -> reading("  ")).isInstanceOf(HeirloomException.class);
    }
}
