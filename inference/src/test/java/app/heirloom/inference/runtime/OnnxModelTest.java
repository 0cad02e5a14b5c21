package app.heirloom.inference.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.heirloom.testkit.TinyModels;
import app.heirloom.testkit.TinyOnnx;
import app.heirloom.testkit.TinyOnnx.Numbers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxModelTest {
    private static final int PIXELS = TinyModels.COLORS_SIDE * TinyModels.COLORS_SIDE;

    @TempDir
    Path directory;

    @Test
    void runsPicturesOfAnyBatch() throws IOException {
        float[] redThenWhite = new float[2 * 3 * PIXELS];
        Arrays.fill(redThenWhite, 0, PIXELS, 1);
        Arrays.fill(redThenWhite, 3 * PIXELS, redThenWhite.length, 1);
        try (OnnxModel model = load(TinyModels.colorsOfPictures())) {
            assertThat(model.inputShape()).containsExactly(-1, 3, TinyModels.COLORS_SIDE, TinyModels.COLORS_SIDE);
            float[] numbers = only(model.run(input -> input.put(redThenWhite), 2, 3, 8, 8));
            float[] expected = {1, 0, 0, 0, 0, 0, 0, 0, 0.1f, 0, 0, 0, 0, 0, 0, 1, 0, 0.1f};
            assertThat(numbers).containsExactly(expected, within(1e-6f));
        }
    }

    @Test
    void runsTokensAsTheInputDeclaresThem() throws IOException {
        for (Numbers kind : new Numbers[] {Numbers.INT32, Numbers.INT64}) {
            byte[] sizes = new TinyOnnx()
                    .input("tokens", kind, -1, 3)
                    .constant("table", new float[] {10, 11, 12}, 3, 1)
                    .node("Gather", "found", "table", "tokens")
                    .node("Flatten", "embedding", "found")
                    .output("embedding", Numbers.FLOAT, -1, 3)
                    .bytes();
            try (OnnxModel model = load(sizes)) {
                assertThat(only(model.read(new int[] {2, 0, 1}, new int[3]))).containsExactly(12, 10, 11);
                assertThatThrownBy(() -> model.read(new int[] {1, 2}, new int[2]))
                        .hasMessageContaining("model.onnx failed");
            }
        }
        try (OnnxModel pictures = load(TinyModels.colorsOfPictures())) {
            assertThatThrownBy(() -> pictures.read(new int[] {1}, new int[1]))
                    .hasMessageContaining("takes no tokens as pixels");
        }
    }

    @Test
    void tellsWhichTokensCountWhereTheNetworkAsks() throws IOException {
        byte[] counting = new TinyOnnx()
                .input("input_ids", Numbers.INT64, -1, 2)
                .input("attention_mask", Numbers.INT64, -1, 2)
                .constant("table", new float[] {10, 11, 12}, 3)
                .constant("weights", new float[] {0, 1}, 2)
                .node("Gather", "found", "table", "input_ids")
                .node("Gather", "weight", "weights", "attention_mask")
                .node("Mul", "embedding", "found", "weight")
                .output("embedding", Numbers.FLOAT, -1, 2)
                .bytes();
        try (OnnxModel model = load(counting)) {
            assertThat(only(model.read(new int[] {2, 1}, new int[] {1, 0}))).containsExactly(12, 0);
        }
    }

    private static float[] only(SequencedMap<String, Tensor> outputs) {
        assertThat(outputs.sequencedKeySet()).containsExactly("embedding");
        return outputs.firstEntry().getValue().numbers();
    }

    private OnnxModel load(byte[] model) throws IOException {
        return OnnxModel.load(Files.write(directory.resolve("model.onnx"), model));
    }
}
