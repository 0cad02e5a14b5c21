package app.heirloom.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.inference.pack.ModelFolder;
import app.heirloom.library.embedding.Embedding;
import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.embedding.Picture;
import app.heirloom.testkit.TinyModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmartSearchModelsTest {
    private static final Map<String, Picture> PHOTOS = Map.of(
            "red", plain(30, 20, 250, 10, 0),
            "green", plain(20, 30, 0, 240, 20),
            "blue", plain(8, 8, 10, 0, 255),
            "yellow", plain(100, 7, 255, 250, 0),
            "cyan", plain(1, 1, 0, 255, 255),
            "magenta", plain(9, 200, 250, 0, 255),
            "white", plain(64, 64, 255, 255, 255),
            "black", plain(64, 64, 0, 5, 0));

    @TempDir
    Path directory;

    private Path pack = Path.of("");

    @BeforeEach
    void write() {
        pack = TinyModels.writeColors(directory);
    }

    @Test
    void findsThePhotoThatAWordMeans() {
        try (SmartSearchModels models = load()) {
            assertThat(models.imageEmbedder().model()).isEqualTo(new ModelId(TinyModels.COLORS));
            assertThat(models.textEmbedder().model()).isEqualTo(new ModelId(TinyModels.COLORS));
            assertThat(models.imageEmbedder().size()).isEqualTo(TinyModels.COLORS_SIZE);
            List<String> names = List.copyOf(PHOTOS.keySet());
            List<Embedding> photos =
                    models.imageEmbedder().embed(names.stream().map(PHOTOS::get).toList());
            for (String word : TinyModels.COLOR_WORDS) {
                Embedding text = models.textEmbedder().embed("a " + word.toUpperCase(Locale.ROOT) + " photo");
                List<String> best = new ArrayList<>(names);
                best.sort(Comparator.comparingDouble(name -> -text.similarity(photos.get(names.indexOf(name)))));
                assertThat(best.getFirst()).isEqualTo(word);
            }
        }
    }

    @Test
    void manyAtOnceYieldWhatEachYieldsAlone() {
        try (SmartSearchModels models = load()) {
            List<Picture> many = new ArrayList<>();
            for (int i = 0; i < 21; i++) {
                many.add(plain(10 + i, 10, i * 12, 255 - i * 12, i));
            }
            List<Embedding> together = models.imageEmbedder().embed(many);
            assertThat(together).hasSize(21);
            for (int i = 0; i < many.size(); i++) {
                Embedding alone =
                        models.imageEmbedder().embed(List.of(many.get(i))).getFirst();
                assertThat(together.get(i).values()).isEqualTo(alone.values());
            }
            assertThat(models.imageEmbedder().embed(List.of())).isEmpty();
        }
    }

    @Test
    void everyTextHasAnEmbedding() {
        try (SmartSearchModels models = load()) {
            Embedding nothing = models.textEmbedder().embed("");
            assertThat(models.textEmbedder().embed("unheard of").similarity(nothing))
                    .isGreaterThan(0.999);
            assertThat(models.textEmbedder().embed("green ".repeat(500)).similarity(nothing))
                    .isLessThan(0.2);
        }
    }

    @Test
    void aNetworkOfAnotherShapeIsTold() throws IOException {
        describe("\"width\": 8", "\"width\": 9");
        assertThatThrownBy(this::load)
                .hasMessageContaining("takes the shape [-1, 3, 8, 8]")
                .hasMessageContaining("9]");
        describe("\"width\": 9", "\"width\": 8");
        describe("\"embedding\": 9", "\"embedding\": 10");
        try (SmartSearchModels models = load()) {
            assertThatThrownBy(() -> models.imageEmbedder().embed(List.of(plain(1, 1, 0, 0, 0))))
                    .hasMessageContaining("yields 9 numbers for each input, but its descriptor says 10");
        }
        describe("\"context\": 77", "\"context\": 76");
        try (SmartSearchModels models = load()) {
            assertThatThrownBy(() -> models.textEmbedder().embed("red")).hasMessageContaining("textual.onnx failed");
        }
    }

    @Test
    void aPackWithoutTokenizerOrForAnotherTaskIsTold() throws IOException {
        Files.delete(pack.resolve("vocabulary.txt.gz"));
        assertThatThrownBy(this::load).hasMessageContaining("are not here");
        Files.writeString(pack.resolve("vocabulary.txt.gz"), "something else");
        assertThatThrownBy(this::load).hasMessageContaining("not the one it should be");
    }

    private void describe(String from, String to) throws IOException {
        Path descriptor = pack.resolve("pack.json");
        Files.writeString(descriptor, Files.readString(descriptor).replace(from, to));
    }

    private SmartSearchModels load() {
        var folder = new ModelFolder(directory);
        return SmartSearchModels.load(folder.get(TinyModels.COLORS), folder);
    }

    private static Picture plain(int width, int height, int red, int green, int blue) {
        byte[] rgb = new byte[width * height * Picture.CHANNELS];
        for (int i = 0; i < rgb.length; i += Picture.CHANNELS) {
            rgb[i] = (byte) red;
            rgb[i + 1] = (byte) green;
            rgb[i + 2] = (byte) blue;
        }
        return new Picture(width, height, rgb);
    }
}
