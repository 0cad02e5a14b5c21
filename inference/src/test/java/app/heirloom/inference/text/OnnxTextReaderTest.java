package app.heirloom.inference.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.heirloom.inference.Inputs;
import app.heirloom.inference.Pictures;
import app.heirloom.inference.runtime.Network;
import app.heirloom.inference.runtime.PictureInput;
import app.heirloom.inference.runtime.PictureInput.Interpolation;
import app.heirloom.inference.runtime.PictureInput.Layout;
import app.heirloom.inference.runtime.PictureInput.Resize;
import app.heirloom.inference.runtime.Preparation;
import app.heirloom.inference.runtime.Preparation.ColorOrder;
import app.heirloom.inference.runtime.Tensor;
import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.text.TextLine;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Lines are bars of one colour each. The detector marks what is not black; the recogniser reads the colour in the
 * middle: red is an r, green a g, blue a b, each as often as the bar is long.
 */
class OnnxTextReaderTest {
    private static final PictureInput PLAIN = new PictureInput(
            0,
            8,
            Layout.NCHW,
            new Preparation(ColorOrder.RGB, List.of(0f, 0f, 0f), List.of(255f, 255f, 255f)),
            Resize.LETTERBOX,
            Interpolation.BILINEAR);

    @TempDir
    Path directory;

    private final BufferedImage page = Pictures.canvas(320, 320);
    private final List<Long> batches = new ArrayList<>();
    private Characters characters;

    @BeforeEach
    void writeDictionary() throws IOException {
        Path file = directory.resolve("characters.txt");
        Files.writeString(file, "r\ng\nb\n");
        characters = Characters.read(file);
    }

    @Test
    void readsLinesFromTopToBottomAndLeftToRight() {
        bar(Color.BLUE, 10, 200, 100, 16);
        bar(Color.RED, 200, 42, 80, 16);
        bar(Color.GREEN, 10, 40, 100, 16);
        bar(Color.RED, 10, 280, 50, 16);
        assertThat(read(2)).extracting(TextLine::text).containsExactly("g g g", "r r r", "b b b", "r r");
        assertThat(batches).as("two lines at once").containsExactly(2L, 2L);
        batches.clear();
        read(1);
        assertThat(batches).containsExactly(1L, 1L, 1L, 1L);
    }

    @Test
    void tellsWhereALineStandsInSharesOfThePicture() {
        bar(Color.GREEN, 32, 160, 160, 16);
        TextLine line = read(8).getFirst();
        assertThat(line.corners().upperLeft().x()).isCloseTo(0.1f, within(0.03f));
        assertThat(line.corners().upperLeft().y()).isCloseTo(0.5f, within(0.03f));
        assertThat(line.corners().lowerRight().x()).isCloseTo(0.6f, within(0.03f));
        assertThat(line.detectionScore()).isEqualTo(1);
        assertThat(line.readingScore()).isCloseTo(0.9f, within(1e-4f));
    }

    @Test
    void aLineThatRunsDownwardsBeginsAtItsUpperRight() {
        bar(Color.GREEN, 32, 32, 16, 160);
        TextLine line = read(8).getFirst();
        assertThat(line.corners().upperLeft().x())
                .isGreaterThan(line.corners().lowerLeft().x());
        assertThat(line.corners().upperRight().y())
                .isGreaterThan(line.corners().upperLeft().y());
    }

    @Test
    void withoutTextThereIsNothing() {
        assertThat(read(8)).isEmpty();
        assertThat(batches).as("nor is anything asked").isEmpty();
        bar(Color.WHITE, 10, 40, 100, 16);
        assertThat(read(8)).as("nothing legible").isEmpty();
    }

    @Test
    void aDictionaryThatDoesNotGoWithTheNetworkIsTold() throws IOException {
        bar(Color.BLUE, 10, 200, 100, 16);
        Path file = directory.resolve("other.txt");
        Files.writeString(file, "r\ng\n");
        characters = Characters.read(file);
        assertThatThrownBy(() -> read(8))
                .hasMessageContaining("other.txt")
                .hasMessageContaining("2 characters")
                .hasMessageContaining("do not go together");
    }

    @Test
    void aDictionaryThatCannotBeReadIsTold() throws IOException {
        assertThatThrownBy(() -> Characters.read(directory.resolve("absent.txt")))
                .hasMessageContaining("absent.txt is missing");
        Path file = Files.write(directory.resolve("latin.txt"), new byte[] {(byte) 0xE9, '\n'});
        assertThatThrownBy(() -> Characters.read(file))
                .hasMessageContaining("latin.txt")
                .hasMessageContaining("UTF-8");
    }

    @Test
    void aBatchOfAnotherSizeIsTold() {
        bar(Color.BLUE, 10, 200, 100, 16);
        var recognizer = new TextRecognizer(
                (input, shape) -> output(new Tensor(List.of(3, 1, 5), new float[15])), PLAIN, 8, characters);
        assertThatThrownBy(() -> reader(recognizer).read(Pictures.of(page))).hasMessageContaining("batch is wrong");
    }

    private List<TextLine> read(int batch) {
        return reader(new TextRecognizer(this::recognize, PLAIN, batch, characters))
                .read(Pictures.of(page));
    }

    private static OnnxTextReader reader(TextRecognizer recognizer) {
        Network detection = OnnxTextReaderTest::detect;
        var detector = new TextDetector(detection, PLAIN.preparation(), new TextDetection(0.3, 0.6, 0.1, 960));
        return new OnnxTextReader(new ModelId("bars"), detector, Optional.empty(), recognizer, 0.5);
    }

    private void bar(Color color, int left, int top, int width, int height) {
        Graphics2D pen = page.createGraphics();
        pen.setColor(color);
        pen.fillRect(left, top, width, height);
        pen.dispose();
    }

    private static SequencedMap<String, Tensor> detect(Consumer<FloatBuffer> writer, long[] shape) {
        FloatBuffer input = Inputs.of(writer, shape);
        int size = (int) (shape[2] * shape[3]);
        float[] map = new float[size];
        for (int i = 0; i < size; i++) {
            map[i] = input.get(i) + input.get(size + i) + input.get(2 * size + i) > 0.9f ? 1 : 0;
        }
        return output(new Tensor(List.of(1, 1, (int) shape[2], (int) shape[3]), map));
    }

    /** One step for each 8 pixels: the letter of the colour there, and every other time a space. */
    private SequencedMap<String, Tensor> recognize(Consumer<FloatBuffer> writer, long[] shape) {
        FloatBuffer input = Inputs.of(writer, shape);
        batches.add(shape[0]);
        int steps = (int) shape[3] / 8;
        float[] likelihoods = new float[(int) shape[0] * steps * 5];
        int plane = (int) (shape[2] * shape[3]);
        for (int line = 0; line < shape[0]; line++) {
            for (int step = 0; step < Math.min(steps, 5); step++) {
                int at = (int) (4 * shape[3]) + 8 * step + 4;
                int likeliest = 0;
                for (int channel = 0; channel < 3; channel++) {
                    boolean lit = input.get((3 * line + channel) * plane + at) > 0.5f;
                    likeliest += lit ? channel + 1 : 0;
                }
                boolean legible = likeliest > 0 && likeliest < 4;
                likelihoods[(line * steps + step) * 5 + (!legible ? 0 : step % 2 == 1 ? 4 : likeliest)] = 0.9f;
            }
        }
        return output(new Tensor(List.of((int) shape[0], steps, 5), likelihoods));
    }

    private static SequencedMap<String, Tensor> output(Tensor tensor) {
        var outputs = new LinkedHashMap<String, Tensor>();
        outputs.put("output", tensor);
        return outputs;
    }
}
