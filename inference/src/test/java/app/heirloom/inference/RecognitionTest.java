package app.heirloom.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.heirloom.inference.download.PackPull;
import app.heirloom.inference.download.Patience;
import app.heirloom.inference.download.Progress;
import app.heirloom.inference.face.AlignedFaceEmbedder;
import app.heirloom.inference.pack.ModelFolder;
import app.heirloom.inference.pack.Pack;
import app.heirloom.inference.runtime.OnnxModel;
import app.heirloom.inference.runtime.Preparation;
import app.heirloom.inference.runtime.Preparation.ColorOrder;
import app.heirloom.library.embedding.Embedding;
import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.embedding.Picture;
import app.heirloom.library.face.DetectedFace;
import app.heirloom.library.face.FaceDetector;
import app.heirloom.library.face.FaceEmbedder;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real models on photos of real people, where they are at hand. */
class RecognitionTest {
    private static final Path PLACE = Path.of(
            System.getProperty("heirloom.testdata", System.getenv().getOrDefault("HEIRLOOM_TESTDATA", "nowhere")));

    @TempDir
    Path directory;

    private ModelFolder folder = new ModelFolder(Path.of(""));
    private Pack pack = folder.get("faces-yunet-mobilefacenet");

    @BeforeEach
    void addModels() {
        assumeTrue(
                Files.isDirectory(PLACE.resolve("models")),
                "no models: set HEIRLOOM_TESTDATA to the folder of the test data to test with them");
        folder = new ModelFolder(directory);
        pack = folder.get("faces-yunet-mobilefacenet");
        new PackPull(folder, Patience.DEFAULT, Progress.SILENT).fromFolder(pack, PLACE.resolve("models"));
    }

    @Test
    void tellsPeopleApartAcrossExpressions() throws IOException {
        try (Inference inference = Inference.load(pack, folder)) {
            List<Embedding> neutral = embeddings(inference.faceEmbedder(), inference.faceDetector(), "03");
            List<Embedding> smiling = embeddings(inference.faceEmbedder(), inference.faceDetector(), "08");
            for (int one = 0; one < neutral.size(); one++) {
                for (int other = 0; other < smiling.size(); other++) {
                    double similarity = neutral.get(one).similarity(smiling.get(other));
                    if (one == other) {
                        assertThat(similarity).isGreaterThan(pack.settings().number("likeness"));
                    } else {
                        assertThat(similarity).isLessThan(pack.settings().number("likeness"));
                    }
                }
            }
        }
    }

    @Test
    void aWrongPreparationShows() throws IOException {
        try (Inference inference = Inference.load(pack, folder);
                OnnxModel network = OnnxModel.load(folder.fileOf(pack, pack.get("embedder")))) {
            var raw = new Preparation(ColorOrder.BGR, List.of(0f, 0f, 0f), List.of(1f, 1f, 1f));
            var wrong = new AlignedFaceEmbedder(network, raw, new ModelId("wrong"), 128);
            assertThat(spread(embeddings(wrong, inference.faceDetector(), "03")))
                    .as("unprepared pixels make everybody alike")
                    .isGreaterThan(spread(embeddings(inference.faceEmbedder(), inference.faceDetector(), "03")) + 0.2);
        }
    }

    /** Mean similarity of different people. */
    private static double spread(List<Embedding> people) {
        double sum = 0;
        int pairs = 0;
        for (int one = 0; one < people.size(); one++) {
            for (int other = one + 1; other < people.size(); other++) {
                sum += people.get(one).similarity(people.get(other));
                pairs++;
            }
        }
        return sum / pairs;
    }

    private static List<Embedding> embeddings(FaceEmbedder embedder, FaceDetector detector, String expression)
            throws IOException {
        var embeddings = new ArrayList<Embedding>();
        for (String person : List.of("001", "004", "010", "020", "026")) {
            Picture picture = read(PLACE.resolve("faces/london/" + person + "_" + expression + ".jpg"));
            List<DetectedFace> faces = detector.detect(picture);
            assertThat(faces).as(person).hasSize(1);
            embeddings.add(embedder.embed(picture, faces.getFirst()));
        }
        return embeddings;
    }

    private static Picture read(Path file) throws IOException {
        BufferedImage image = ImageIO.read(file.toFile());
        byte[] rgb = new byte[image.getWidth() * image.getHeight() * Picture.CHANNELS];
        int at = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int color = image.getRGB(x, y);
                rgb[at++] = (byte) (color >> 16);
                rgb[at++] = (byte) (color >> 8);
                rgb[at++] = (byte) color;
            }
        }
        return new Picture(image.getWidth(), image.getHeight(), rgb);
    }
}
