package app.heirloom.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.inference.download.PackPull;
import app.heirloom.inference.download.Patience;
import app.heirloom.inference.download.Progress;
import app.heirloom.inference.pack.ModelFolder;
import app.heirloom.inference.runtime.ModelMemory;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.text.TextReader;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pack of a real detector and direction classifier; no recogniser is at hand, so the classifier stands in for one. */
class TextModelsTest {
    private static final String PACK = """
            {"name": "mine", "task": "text", "license": "MIT", "source": "home",
             "files": {
              "detection": {"kind": "text-detection", "file": "ch_PP-OCRv3_det_infer.onnx", "batch": "any",
                "input": {"width": 0, "height": 0, "layout": "NCHW", "colors": "BGR",
                          "mean": [123.675, 116.28, 103.53], "std": [58.395, 57.12, 57.375],
                          "resize": "stretch", "interpolation": "bilinear"},
                "settings": {"threshold": 0.3, "score": 0.6, "unclip": 1.5, "side": 960}},
              "direction": {"kind": "text-direction", "file": "ch_ppocr_mobile_v2.0_cls_infer.onnx", "batch": "any",
                "input": {"width": 192, "height": 48, "layout": "NCHW", "colors": "BGR",
                          "mean": [127.5, 127.5, 127.5], "std": [127.5, 127.5, 127.5],
                          "resize": "letterbox", "interpolation": "bilinear"},
                "settings": {"score": 0.9}},
              "recognition": {"kind": "text-recognition", "file": "ch_ppocr_mobile_v2.0_cls_infer.onnx",
                "batch": "any",
                "input": {"width": 192, "height": 48, "layout": "NCHW", "colors": "BGR",
                          "mean": [127.5, 127.5, 127.5], "std": [127.5, 127.5, 127.5],
                          "resize": "letterbox", "interpolation": "bilinear"},
                "settings": {"score": 0.5}},
              "characters": {"kind": "characters", "file": "ppocr_keys_v1.txt"}}}
            """;

    @TempDir
    Path directory;

    private final ModelMemory memory = ModelMemory.ofThisMachine();
    private ModelFolder folder;

    @BeforeEach
    void describe() throws IOException {
        folder = new ModelFolder(directory);
        Files.writeString(Files.createDirectories(directory.resolve("mine")).resolve("pack.json"), PACK);
    }

    @AfterEach
    void close() {
        memory.close();
    }

    @Test
    void loadsWhatItNeedsWhenItIsNeeded() {
        copyModels();
        TextReader reader = TextModels.open(folder.get("mine"), folder, memory);
        assertThat(reader.model().name()).isEqualTo("mine");
        assertThat(memory.usedInBytes()).isZero();
        assertThat(reader.read(Pictures.of(Pictures.canvas(200, 100)))).isEmpty();
        assertThat(memory.usedInBytes()).isPositive();
    }

    @Test
    void aRecogniserThatIsNoneIsToldWithItsDictionary() {
        copyModels();
        TextReader reader = TextModels.open(folder.get("mine"), folder, memory);
        BufferedImage page = Pictures.canvas(600, 300);
        Graphics2D pen = Pictures.pen(page);
        pen.setColor(Color.WHITE);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 44));
        pen.drawString("Harbour festival", 100, 150);
        pen.dispose();
        assertThatThrownBy(() -> reader.read(Pictures.of(page)))
                .hasMessageContaining("recogniser yields the shape [1, 2]")
                .hasMessageContaining("ppocr_keys_v1.txt asks for lines, steps and 6625 classes");
    }

    @Test
    void aPackForSomethingElseOrWithoutItsFilesIsTold() {
        assertThatThrownBy(() -> TextModels.open(folder.get("faces-yunet-mobilefacenet"), folder, memory))
                .hasMessageContaining("is for faces, not for text");
        assertThatThrownBy(() -> TextModels.open(folder.get("mine"), folder, memory))
                .asInstanceOf(InstanceOfAssertFactories.type(HeirloomException.class))
                .extracting(HeirloomException::code)
                .isEqualTo(ErrorCode.NOT_FOUND);
    }

    private void copyModels() {
        new PackPull(folder, Patience.DEFAULT, Progress.SILENT)
                .fromFolder(folder.get("mine"), Pictures.testdata("models"));
    }
}
