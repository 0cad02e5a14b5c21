package app.heirloom.cli.model;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.cli.model.LabeledPhotos.LabeledPhoto;
import app.heirloom.inference.Inference;
import app.heirloom.inference.pack.ModelFolder;
import app.heirloom.inference.pack.Pack;
import app.heirloom.library.embedding.Picture;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three sets of photos of real people, gathered together at the pack's own likeness. With {@code -Dheirloom.full} all people. */
class FaceEvaluationTest {
    @TempDir
    Path directory;

    @Test
    void gathersRealPeople() throws IOException {
        ModelFolder folder = RealPeople.addModels(directory);
        Pack pack = folder.get("faces-yunet-mobilefacenet");
        List<LabeledPhoto> photos = photosOfSomePeople();
        List<String> complaints = new ArrayList<>();
        try (Inference inference = Inference.load(pack, folder)) {
            var evaluation =
                    new FaceEvaluation(FaceEvaluationTest::read, inference.faceDetector(), inference.faceEmbedder());
            FaceEvaluation.Result result =
                    evaluation.run(new LabeledPhotos(photos), pack.settings().number("likeness"), complaints::add);
            assertThat(complaints).isEmpty();
            assertThat(result.faces()).isGreaterThanOrEqualTo(photos.size() - 2);
            assertThat(result.clusters().pairs().f1()).isGreaterThanOrEqualTo(0.98);
            assertThat(result.clusters().items().f1()).isGreaterThanOrEqualTo(0.98);
            assertThat(result.baselines())
                    .hasSize(2)
                    .allSatisfy(baseline -> assertThat(result.clusters().pairs().f1())
                            .as(baseline.name())
                            .isGreaterThanOrEqualTo(baseline.clusters().pairs().f1()));
        }
    }

    private static List<LabeledPhoto> photosOfSomePeople() throws IOException {
        List<LabeledPhoto> photos = photos();
        Set<String> people = Set.copyOf(RealPeople.portion(
                photos.stream().map(LabeledPhoto::identity).distinct().toList()));
        return photos.stream()
                .filter(photo -> people.contains(photo.identity()))
                .toList();
    }

    /** Without murals, and without the two of whom nobody knows whether they are one. */
    static List<LabeledPhoto> photos() throws IOException {
        var photos = new ArrayList<>(
                LabeledPhotos.read(RealPeople.at("faces/caltech"), RealPeople.at("faces/caltech/identities.csv"))
                        .photos());
        photos.removeIf(photo -> List.of("person07", "person22").contains(photo.identity())
                || Stream.of("0389", "0391", "0392")
                        .anyMatch(mural -> photo.file().toString().contains(mural)));
        photos.addAll(folder("london", 3));
        photos.addAll(folder("cc0_one_person", 0));
        return photos;
    }

    /** Who is on a photo is told by so many of the first letters of its name. */
    private static List<LabeledPhoto> folder(String name, int letters) throws IOException {
        try (Stream<Path> files = Files.list(RealPeople.at("faces").resolve(name))) {
            return files.filter(file -> file.toString().endsWith(".jpg"))
                    .sorted()
                    .map(file -> new LabeledPhoto(
                            file, name + file.getFileName().toString().substring(0, letters)))
                    .toList();
        }
    }

    static Picture read(Path file, int longestSide) {
        try {
            BufferedImage image = ImageIO.read(file.toFile());
            double scale = Math.min(1, (double) longestSide / Math.max(image.getWidth(), image.getHeight()));
            int width = (int) (image.getWidth() * scale);
            int height = (int) (image.getHeight() * scale);
            var scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            var graphics = scaled.createGraphics();
            graphics.drawImage(image.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING), 0, 0, null);
            graphics.dispose();
            byte[] rgb = new byte[width * height * Picture.CHANNELS];
            int at = 0;
            for (int color : scaled.getRGB(0, 0, width, height, null, 0, width)) {
                rgb[at++] = (byte) (color >> 16);
                rgb[at++] = (byte) (color >> 8);
                rgb[at++] = (byte) color;
            }
            return new Picture(width, height, rgb);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
