package app.heirloom.inference.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.heirloom.inference.Inference;
import app.heirloom.inference.Pictures;
import app.heirloom.inference.download.PackPull;
import app.heirloom.inference.download.Patience;
import app.heirloom.inference.download.Progress;
import app.heirloom.inference.pack.ModelFolder;
import app.heirloom.inference.pack.Pack;
import app.heirloom.library.embedding.Picture;
import app.heirloom.library.face.FaceFinder;
import app.heirloom.library.face.FaceFinder.Found;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real detector and embedder on photos of real people, where they are at hand. */
class OnnxFaceFinderTest {
    @TempDir
    static Path directory;

    private Inference inference;
    private FaceFinder finder;

    @BeforeEach
    void load() {
        var folder = new ModelFolder(directory);
        Pack pack = folder.get("faces-yunet-mobilefacenet");
        new PackPull(folder, Patience.DEFAULT, Progress.SILENT).fromFolder(pack, Pictures.testdata("models"));
        inference = Inference.load(pack, folder);
        finder = inference.faceFinder();
    }

    @AfterEach
    void close() {
        if (inference != null) {
            inference.close();
        }
    }

    @Test
    void tellsWhatAFaceIsLike() throws IOException {
        BufferedImage portrait = portrait("001_03");
        Found face = only(finder.find(Pictures.of(portrait), 1));
        assertThat(face.embedding().size()).isEqualTo(finder.size());
        assertThat(face.quality().score()).isEqualTo(face.face().score());
        assertThat(face.quality().frontality()).as("looks into the camera").isGreaterThan(0.8f);
        Found scaledDown = only(finder.find(Pictures.of(Pictures.scaled(portrait, 0.5)), 2));
        assertThat(scaledDown.quality().shortSide())
                .as("in pixels of the original")
                .isCloseTo(
                        face.quality().shortSide(), within(0.1f * face.quality().shortSide()));
    }

    @Test
    void theMoreBlurredTheLessSharp() throws IOException {
        for (String name : List.of("001_03", "004_08", "020_08")) {
            BufferedImage portrait = portrait(name);
            float sharp = sharpness(portrait);
            float blurred = sharpness(Pictures.smeared(portrait, 8));
            float smear = sharpness(Pictures.smeared(portrait, 32));
            assertThat(sharp).as(name).isGreaterThan(0.5f).isGreaterThan(blurred + 0.1f);
            assertThat(blurred).as(name).isGreaterThan(smear);
            assertThat(smear).as(name).isLessThan(0.15f);
        }
    }

    @Test
    void sharpnessDoesNotDependOnTheLight() throws IOException {
        BufferedImage portrait = portrait("001_03");
        BufferedImage dark = Pictures.canvas(portrait.getWidth(), portrait.getHeight());
        Graphics2D pen = Pictures.pen(dark);
        pen.drawImage(portrait, 0, 0, null);
        pen.setColor(new Color(0, 0, 0, 128));
        pen.fillRect(0, 0, dark.getWidth(), dark.getHeight());
        pen.dispose();
        assertThat(sharpness(dark)).isCloseTo(sharpness(portrait), within(0.08f));
    }

    @Test
    void aTurnedPortraitDoesNotDisturb() throws IOException {
        BufferedImage portrait = portrait("001_03");
        for (int times = 1; times < 4; times++) {
            for (Found face : finder.find(Pictures.of(Pictures.quarterTurned(portrait, times)), 1)) {
                assertThat(face.quality().sharpness()).isBetween(0f, 1f);
                assertThat(face.quality().frontality()).isBetween(0f, 1f);
            }
        }
    }

    @Test
    void aGreyPortraitIsThatOfTheSamePerson() throws IOException {
        BufferedImage portrait = portrait("001_03");
        var grey = new BufferedImage(portrait.getWidth(), portrait.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        grey.createGraphics().drawImage(portrait, 0, 0, null);
        Found one = only(finder.find(Pictures.of(portrait), 1));
        Found other = only(finder.find(Pictures.of(grey), 1));
        assertThat(one.embedding().similarity(other.embedding())).isGreaterThan(finder.likeness());
    }

    @Test
    void aSmallFaceIsFoundAndSmall() throws IOException {
        BufferedImage wide = Pictures.canvas(1440, 960);
        Graphics2D pen = Pictures.pen(wide);
        BufferedImage tiny = Pictures.smeared(portrait("001_03"), 8);
        pen.drawImage(tiny, 900, 500, 60, 60, null);
        pen.dispose();
        Found face = only(finder.find(Pictures.of(wide), 1));
        assertThat(face.quality().shortSide()).isBetween(10f, 50f);
    }

    @Test
    void findsAllOfAHundredPeople() throws IOException {
        List<BufferedImage> portraits = new ArrayList<>();
        for (String person : fewPeople()) {
            portraits.add(Pictures.scaled(portrait(person), 0.2));
        }
        BufferedImage group = Pictures.canvas(1440, 1440);
        Graphics2D pen = Pictures.pen(group);
        for (int i = 0; i < 100; i++) {
            pen.drawImage(portraits.get(i % portraits.size()), 144 * (i % 10), 144 * (i / 10), 144, 144, null);
        }
        pen.dispose();
        assertThat(finder.find(Pictures.of(group), 1)).hasSize(100);
    }

    @Test
    void aPictureWithoutFacesHasNone() {
        assertThat(finder.find(new Picture(1, 1, new byte[3]), 1)).isEmpty();
        BufferedImage sky = Pictures.canvas(700, 500);
        Graphics2D pen = Pictures.pen(sky);
        pen.setColor(new Color(90, 140, 220));
        pen.fillRect(0, 0, 700, 400);
        pen.dispose();
        assertThat(finder.find(Pictures.of(sky), 1)).isEmpty();
    }

    private float sharpness(BufferedImage image) {
        return finder.find(Pictures.of(image), 1).getFirst().quality().sharpness();
    }

    private static Found only(List<Found> faces) {
        assertThat(faces).hasSize(1);
        return faces.getFirst();
    }

    /** Every other portrait, since to read one takes longer than to find its face. */
    private static List<String> fewPeople() throws IOException {
        try (Stream<Path> files = Files.list(Pictures.testdata("faces/london"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("_03.jpg"))
                    .sorted()
                    .map(name -> name.replace(".jpg", ""))
                    .toList();
        }
    }

    private static BufferedImage portrait(String name) throws IOException {
        return Pictures.image("faces/london/" + name + ".jpg");
    }
}
