package app.heirloom.inference.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.inference.Inference;
import app.heirloom.library.embedding.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFolderTest {
    /** SHA-256 of "one" and "two". */
    private static final String ONE = "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed";

    private static final String TWO = "3fc4ccfe745870e2c0d99f71f30ff0656c8dedd41cc1d7d3d376b0dbe685e2f3";
    private static final String PACK = """
            {"name": "mine", "task": "faces", "license": "MIT", "source": "home", "settings": {"likeness": 0.5},
             "files": {
              "detector": {"kind": "yunet", "file": "d.onnx", "sha256": "%s", "batch": "any",
                           "input": {"width": 0, "height": 0, "layout": "NCHW", "colors": "BGR", "mean": [0, 0, 0],
                                     "std": [1, 1, 1], "resize": "letterbox", "interpolation": "bilinear"},
                           "settings": {"score": 0.6, "overlap": 0.3}},
              "embedder": {"kind": "aligned-face", "file": "e.onnx", "sha256": "%s", "batch": "one",
                           "input": {"width": 112, "height": 112, "layout": "NCHW", "colors": "RGB", "mean": [1, 2, 3],
                                     "std": [4, 5, 6], "resize": "stretch", "interpolation": "bilinear"},
                           "embedding": 128}}}
            """.formatted(ONE, TWO);

    @TempDir
    Path directory;

    private ModelFolder folder = new ModelFolder(Path.of(""));

    @BeforeEach
    void describe() throws IOException {
        folder = new ModelFolder(directory.resolve("models"));
        write(PACK);
    }

    @Test
    void knowsItsOwnPacksAndThoseOfTheFolder() {
        assertThat(folder.list())
                .extracting(pack -> pack.id().name())
                .contains("faces-yunet-mobilefacenet", "buffalo_l", "ViT-B-32__openai", "PP-OCRv5_mobile", "mine");
        assertThat(new ModelFolder(directory.resolve("nowhere")).list())
                .hasSize(folder.list().size() - 1)
                .allSatisfy(pack -> assertThat(pack.terms().source()).isNotBlank());
        assertThatThrownBy(() -> folder.get("other")).hasMessageContaining("no model pack other");
    }

    @Test
    void aDamagedFileIsToldAndNotLoaded() throws IOException {
        Pack pack = folder.get("mine");
        Files.writeString(folder.fileOf(pack, pack.get("detector")), "one");
        Files.writeString(folder.fileOf(pack, pack.get("embedder")), "tow");
        assertThat(folder.verify(pack)).isEqualTo(ModelFolder.State.DAMAGED);
        assertThatThrownBy(() -> Inference.load(pack, folder)).hasMessageContaining("remove the pack, then ");
    }

    @Test
    void whatIsNoModelIsToldByItsFile() throws IOException {
        Pack pack = folder.get("mine");
        Files.writeString(folder.fileOf(pack, pack.get("detector")), "one");
        Files.writeString(folder.fileOf(pack, pack.get("embedder")), "two");
        try (Inference inference = Inference.load(pack, folder)) {
            var picture = new Picture(1, 1, new byte[3]);
            assertThatThrownBy(() -> inference.faceFinder().find(picture, 1))
                    .hasMessageContaining("d.onnx")
                    .hasMessageContaining("cannot be used");
        }
    }

    @Test
    void aWrongDescriptorSaysWhatIsWrong() throws IOException {
        assertRefused(PACK.replace("\"license\": \"MIT\", ", ""), "license is missing");
        assertRefused(PACK.replace("[4, 5, 6]", "[4, 0, 6]"), "no std may be 0");
        assertRefused(PACK.replace("yunet\"", "other\""), "the kind other is not yunet or scrfd");
        assertRefused(PACK.replace("0.6", "\"much\""), "score must be a number");
        assertRefused("no JSON", "pack.json");
        assertRefused(
                PACK.replace("\"faces\"", "\"dreams\""), "task must be one of faces, smart-search, text, objects");
        assertRefused(PACK.replace("d.onnx", "../d.onnx"), "a path within the pack's folder");
        assertRefused(PACK.replace(ONE, "abc"), "64 small hex digits");
        assertRefused(PACK.replace("\"width\": 112", "\"width\": -3"), "width must be a whole number from 0");
        assertRefused(PACK.replace("NCHW", "CHWN"), "layout must be one of NCHW, NHWC");
        assertRefused(PACK.replace("\"embedder\"", "\"embeder\""), "embedder is missing");
        assertRefused(PACK.replace("\"mine\"", "\"yours\""), "its folder must be named as the pack");
    }

    private void assertRefused(String descriptor, String message) throws IOException {
        write(descriptor);
        assertThatThrownBy(folder::list).hasMessageContaining("cannot be used").hasMessageContaining(message);
    }

    private void write(String descriptor) throws IOException {
        Path file = Files.createDirectories(directory.resolve("models/mine")).resolve("pack.json");
        Files.writeString(file, descriptor);
    }
}
