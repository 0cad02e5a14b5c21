package app.heirloom.inference.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.heirloom.inference.download.PackPull;
import app.heirloom.inference.download.Patience;
import app.heirloom.inference.download.Progress;
import app.heirloom.inference.pack.ModelFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The default pack, rightly and wrongly described, where its models are at hand. */
class PackCheckTest {
    private static final String PACK = "faces-yunet-mobilefacenet";
    private static final Path MODELS = Path.of(System.getProperty(
                    "heirloom.testdata", System.getenv().getOrDefault("HEIRLOOM_TESTDATA", "nowhere")))
            .resolve("models");

    @TempDir
    Path directory;

    private String descriptor = "";

    @BeforeEach
    void read() throws IOException {
        assumeTrue(
                Files.isDirectory(MODELS),
                "no models: set HEIRLOOM_TESTDATA to the folder of the test data to test with them");
        try (InputStream json = ModelFolder.class.getResourceAsStream(PACK + ".json")) {
            descriptor = new String(Objects.requireNonNull(json).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void theDefaultPackIsGood() throws IOException {
        assertThat(check(descriptor))
                .hasSize(2)
                .allSatisfy(finding ->
                        assertThat(finding.good()).as(finding.sentence()).isTrue());
    }

    @Test
    void swappedColorsShowInTheEmbedder() throws IOException {
        assertWrong(descriptor.replace("\"RGB\"", "\"BGR\""), 1, "describes the drawn face otherwise");
    }

    @Test
    void swappedColorsShowInTheDetector() throws IOException {
        assertWrong(descriptor.replace("\"BGR\"", "\"RGB\""), 0, "pixels off");
    }

    @Test
    void rawPixelsShowInTheEmbedder() throws IOException {
        assertWrong(
                descriptor
                        .replace("[123.675, 116.28, 103.53]", "[0, 0, 0]")
                        .replace("[58.395, 57.12, 57.375]", "[1, 1, 1]"),
                1,
                "describes the drawn face otherwise");
    }

    @Test
    void anotherModelsScalingShowsInTheEmbedder() throws IOException {
        assertWrong(
                descriptor
                        .replace("[123.675, 116.28, 103.53]", "[127.5, 127.5, 127.5]")
                        .replace("[58.395, 57.12, 57.375]", "[127.5, 127.5, 127.5]"),
                1,
                "describes the drawn face otherwise");
    }

    @Test
    void normalizedPixelsShowInTheDetector() throws IOException {
        assertWrong(
                descriptor.replace("[0, 0, 0]", "[127.5, 127.5, 127.5]").replace("[1, 1, 1]", "[128, 128, 128]"),
                0,
                "sees 0 faces");
    }

    @Test
    void wrongShapesAreTold() throws IOException {
        assertWrong(descriptor.replace("\"height\": 112", "\"height\": 160"), 1, "not [1, 3, 160, 112]");
        assertWrong(descriptor.replace("\"NCHW\"", "\"NHWC\""), 1, "not [1, 112, 112, 3]");
        assertWrong(descriptor.replace("\"batch\": \"one\"", "\"batch\": \"any\""), 1, "not [-1, 3, 112, 112]");
        assertWrong(descriptor.replace("\"embedding\": 128", "\"embedding\": 512"), 1, "128 numbers, not 512");
        assertWrong(descriptor.replace("\"yunet\"", "\"scrfd\""), 0, "so it is no SCRFD");
    }

    private void assertWrong(String wrong, int network, String sentence) throws IOException {
        assertThat(wrong).isNotEqualTo(descriptor);
        Finding finding = check(wrong).get(network);
        assertThat(finding.good()).as(finding.sentence()).isFalse();
        assertThat(finding.sentence()).contains(sentence);
    }

    private List<Finding> check(String json) throws IOException {
        Files.writeString(Files.createDirectories(directory.resolve(PACK)).resolve("pack.json"), json);
        var folder = new ModelFolder(directory);
        var pack = folder.get(PACK);
        new PackPull(folder, Patience.DEFAULT, Progress.SILENT).fromFolder(pack, MODELS);
        return new PackCheck(folder).run(pack);
    }
}
