package app.heirloom.inference.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.heirloom.inference.Pictures;
import app.heirloom.inference.runtime.Network;
import app.heirloom.inference.runtime.OnnxModel;
import app.heirloom.inference.runtime.PictureInput;
import app.heirloom.inference.runtime.PictureInput.Interpolation;
import app.heirloom.inference.runtime.PictureInput.Layout;
import app.heirloom.inference.runtime.PictureInput.Resize;
import app.heirloom.inference.runtime.Preparation;
import app.heirloom.inference.runtime.Preparation.ColorOrder;
import app.heirloom.inference.runtime.Tensor;
import app.heirloom.inference.text.TextDetector.Found;
import app.heirloom.library.embedding.Picture;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Written pages before the real detector and direction classifier, where they are at hand. */
class TextDetectorTest {
    private static final Preparation IMAGE_NET =
            new Preparation(ColorOrder.BGR, List.of(123.675f, 116.28f, 103.53f), List.of(58.395f, 57.12f, 57.375f));
    private static final PictureInput DIRECTION = new PictureInput(
            192,
            48,
            Layout.NCHW,
            new Preparation(ColorOrder.BGR, List.of(127.5f, 127.5f, 127.5f), List.of(127.5f, 127.5f, 127.5f)),
            Resize.LETTERBOX,
            Interpolation.BILINEAR);
    private static final TextDetection SETTINGS = new TextDetection(0.3, 0.6, 1.5, 960);

    @Test
    void findsEachLineOfAPage() {
        BufferedImage page = page(900, 600);
        write(page, "Harbour festival", 60, 120, 0);
        write(page, "Saturday 14 June", 60, 300, 0);
        write(page, "free entry", 420, 480, 0);
        List<Found> lines = detect(page);
        assertThat(lines).hasSize(3).allMatch(line -> line.score() > 0.6f);
        assertBox(lines.get(0).box(), 60, 88, 412, 130);
        assertThat(lines.get(2).box().corners().getFirst().x()).isCloseTo(420, within(12.0));
    }

    @Test
    void aLineThatLiesAskewGetsABoxThatLiesAskew() {
        BufferedImage page = page(900, 700);
        write(page, "Harbour festival", 150, 200, 25);
        List<Found> lines = detect(page);
        assertThat(lines).hasSize(1);
        RotatedBox box = lines.getFirst().box();
        Spot along = box.corners().get(1).minus(box.corners().get(0));
        assertThat(Math.toDegrees(Math.atan2(along.y(), along.x()))).isCloseTo(25, within(3.0));
        assertThat(box.height()).isLessThan(80);
    }

    @Test
    void aLargePictureIsSeenSmallerAndItsBoxesAreThoseOfTheLargeOne() {
        BufferedImage page = page(900, 600);
        write(page, "Harbour festival", 60, 120, 0);
        RotatedBox small = detect(page).getFirst().box();
        RotatedBox large = detect(Pictures.scaled(page, 2.5)).getFirst().box();
        assertThat(large.width()).isCloseTo(2.5 * small.width(), within(40.0));
        assertThat(large.middle().x()).isCloseTo(2.5 * small.middle().x(), within(25.0));
    }

    @Test
    void anEmptyPageHasNoText() {
        assertThat(detect(page(300, 200))).isEmpty();
        assertThat(detect(page(1, 1))).isEmpty();
    }

    @Test
    void tellsWhichWayUpALineIs() {
        for (int turns = 0; turns < 4; turns++) {
            BufferedImage page = page(900, 500);
            write(page, "Harbour festival", 200, 250, 0);
            BufferedImage turned = Pictures.quarterTurned(page, turns);
            Picture picture = Pictures.of(turned);
            List<Found> lines = detect(turned);
            assertThat(lines).hasSize(1);
            try (var network = OnnxModel.load(Pictures.testdata("models/ch_ppocr_mobile_v2.0_cls_infer.onnx"))) {
                var classifier = new DirectionClassifier(network, DIRECTION, 0.9);
                RotatedBox box = classifier.upright(
                        picture, LineCutter.asRead(lines.getFirst().box()));
                Spot along = box.corners().get(1).minus(box.corners().get(0));
                assertThat(Math.floorMod(Math.round(Math.toDegrees(Math.atan2(along.y(), along.x()))), 360L))
                        .as("turned by " + turns + " quarters")
                        .isCloseTo(90L * turns, within(2L));
            }
        }
    }

    @Test
    void aNetworkOfAnotherKindIsTold() {
        var detector = new TextDetector(yields(7), IMAGE_NET, SETTINGS);
        assertThatThrownBy(() -> detector.detect(Pictures.of(page(320, 320))))
                .hasMessageContaining("yields the shape [7]")
                .hasMessageContaining("320 x 320");
        var classifier = new DirectionClassifier(yields(3), DIRECTION, 0.9);
        var box = new RotatedBox(List.of(new Spot(0, 0), new Spot(9, 0), new Spot(9, 3), new Spot(0, 3)));
        assertThatThrownBy(() -> classifier.upright(Pictures.of(page(32, 32)), box))
                .hasMessageContaining("upright and upside down");
    }

    private static Network yields(int numbers) {
        return (input, shape) -> {
            var outputs = new LinkedHashMap<String, Tensor>();
            outputs.put("output", new Tensor(List.of(numbers), new float[numbers]));
            return outputs;
        };
    }

    /** From top to bottom. */
    private static List<Found> detect(BufferedImage page) {
        try (var network = OnnxModel.load(Pictures.testdata("models/ch_PP-OCRv3_det_infer.onnx"))) {
            return new TextDetector(network, IMAGE_NET, SETTINGS)
                    .detect(Pictures.of(page)).stream()
                            .sorted(Comparator.comparingDouble(
                                    line -> line.box().middle().y()))
                            .toList();
        }
    }

    private static void assertBox(RotatedBox box, double left, double top, double right, double bottom) {
        assertThat(box.corners().get(0).x()).isCloseTo(left, within(15.0));
        assertThat(box.corners().get(0).y()).isCloseTo(top, within(15.0));
        assertThat(box.corners().get(2).x()).isCloseTo(right, within(15.0));
        assertThat(box.corners().get(2).y()).isCloseTo(bottom, within(15.0));
    }

    private static BufferedImage page(int width, int height) {
        BufferedImage page = Pictures.canvas(width, height);
        Graphics2D pen = page.createGraphics();
        pen.setColor(new Color(245, 240, 230));
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        return page;
    }

    /** Letters 44 high on this baseline, turned clockwise around its beginning. */
    private static void write(BufferedImage page, String text, int left, int baseline, double degrees) {
        Graphics2D pen = Pictures.pen(page);
        pen.rotate(Math.toRadians(degrees), left, baseline);
        pen.setColor(new Color(30, 30, 60));
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 44));
        pen.drawString(text, left, baseline);
        pen.dispose();
    }
}
