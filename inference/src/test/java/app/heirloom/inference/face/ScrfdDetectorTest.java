package app.heirloom.inference.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.heirloom.inference.Inputs;
import app.heirloom.inference.runtime.PictureInput;
import app.heirloom.inference.runtime.PictureInput.Interpolation;
import app.heirloom.inference.runtime.PictureInput.Layout;
import app.heirloom.inference.runtime.PictureInput.Resize;
import app.heirloom.inference.runtime.Preparation;
import app.heirloom.inference.runtime.Preparation.ColorOrder;
import app.heirloom.inference.runtime.Tensor;
import app.heirloom.library.embedding.Picture;
import app.heirloom.library.face.DetectedFace;
import app.heirloom.library.face.FaceBounds;
import app.heirloom.library.face.Landmarks;
import app.heirloom.library.face.Landmarks.Point;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The network is one that sees the faces which the test lays down, encoded as SCRFD does it. */
class ScrfdDetectorTest {
    private static final DetectionThresholds THRESHOLDS = new DetectionThresholds(0.5, 0.4);
    private static final DetectedFace LARGE = face(100, 80, 200, 0.9f);
    private static final DetectedFace SMALL = face(400, 300, 24, 0.6f);

    private List<DetectedFace> there = List.of(LARGE, SMALL);
    private long[] seenShape = {};
    private float firstValue;
    private float lastValue;

    @Test
    void findsFacesOfEachStride() {
        assertFaces(detector(640).detect(picture(640, 640)), LARGE, SMALL);
    }

    @Test
    void aNetworkOfFixedSizeSeesALargePictureScaledDown() {
        List<DetectedFace> faces = detector(640).detect(picture(1280, 960));
        assertThat(seenShape).containsExactly(1, 3, 640, 640);
        assertFaces(faces, LARGE.scaled(2), SMALL.scaled(2));
        assertThat(firstValue).as("white").isCloseTo((255 - 127.5f) / 128, within(1e-4f));
        assertThat(lastValue).as("black below the picture").isCloseTo(-127.5f / 128, within(1e-4f));
    }

    @Test
    void aNetworkOfAnySizeSeesThePictureAsItIs() {
        assertFaces(detector(0).detect(picture(700, 500)), LARGE, SMALL);
        assertThat(seenShape).containsExactly(1, 3, 512, 704);
    }

    @Test
    void whatItIsNotSureOfIsNoFaceAndOfTwoTheSurerStays() {
        there = List.of(LARGE, face(104, 80, 200, 0.7f), face(400, 300, 24, 0.4f));
        assertFaces(detector(640).detect(picture(640, 640)), LARGE);
    }

    @Test
    void aNetworkOfAnotherKindIsTold() {
        var one = new ScrfdDetector((input, shape) -> outputs(List.of(new float[4])), input(640), THRESHOLDS);
        assertThatThrownBy(() -> one.detect(picture(640, 640))).hasMessageContaining("has 1 outputs");
        var nine = new ScrfdDetector(
                (input, shape) -> outputs(java.util.Collections.nCopies(9, new float[4])), input(640), THRESHOLDS);
        assertThatThrownBy(() -> nine.detect(picture(640, 640)))
                .hasMessageContaining("yields 4 numbers where SCRFD yields 12800 for stride 8");
    }

    private ScrfdDetector detector(int side) {
        return new ScrfdDetector(this::see, input(side), THRESHOLDS);
    }

    private static PictureInput input(int side) {
        var preparation = new Preparation(ColorOrder.RGB, List.of(127.5f, 127.5f, 127.5f), List.of(128f, 128f, 128f));
        return new PictureInput(side, side, Layout.NCHW, preparation, Resize.LETTERBOX, Interpolation.BILINEAR);
    }

    /** Each face from the anchor nearest to its middle, at the stride that suits its size. */
    private SequencedMap<String, Tensor> see(Consumer<FloatBuffer> writer, long[] shape) {
        FloatBuffer input = Inputs.of(writer, shape);
        seenShape = shape;
        firstValue = input.get(0);
        lastValue = input.get(input.limit() - 1);
        var arrays = new java.util.ArrayList<float[]>();
        for (int each : new int[] {1, 4, 10}) {
            for (int stride : new int[] {8, 16, 32}) {
                arrays.add(new float[(int) (shape[2] / stride * (shape[3] / stride)) * 2 * each]);
            }
        }
        int second = 0;
        for (DetectedFace face : there) {
            int level = face.box().width() > 100 ? 2 : 0;
            encode(face, level, second++ % 2, (int) shape[3], arrays);
        }
        return outputs(arrays);
    }

    private static void encode(DetectedFace face, int level, int second, int width, List<float[]> arrays) {
        float stride = 8 << level;
        int column = Math.round((face.box().left() + face.box().right()) / 2 / stride);
        int row = Math.round((face.box().top() + face.box().bottom()) / 2 / stride);
        int anchor = 2 * (row * (width / (8 << level)) + column) + second;
        arrays.get(level)[anchor] = face.score();
        float[] boxes = arrays.get(3 + level);
        boxes[4 * anchor] = column - face.box().left() / stride;
        boxes[4 * anchor + 1] = row - face.box().top() / stride;
        boxes[4 * anchor + 2] = face.box().right() / stride - column;
        boxes[4 * anchor + 3] = face.box().bottom() / stride - row;
        float[] points = arrays.get(6 + level);
        int at = 10 * anchor;
        for (Point point : points(face)) {
            points[at++] = point.x() / stride - column;
            points[at++] = point.y() / stride - row;
        }
    }

    private static SequencedMap<String, Tensor> outputs(List<float[]> arrays) {
        var outputs = new LinkedHashMap<String, Tensor>();
        arrays.forEach(numbers -> outputs.put("output" + outputs.size(), new Tensor(List.of(numbers.length), numbers)));
        return outputs;
    }

    private static void assertFaces(List<DetectedFace> found, DetectedFace... expected) {
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(found.get(i).score()).isEqualTo(expected[i].score());
            assertThat(found.get(i).box().overlap(expected[i].box())).isGreaterThan(0.999);
            for (int point = 0; point < 5; point++) {
                Point actual = points(found.get(i)).get(point);
                assertThat(actual.x()).isCloseTo(points(expected[i]).get(point).x(), within(0.01f));
                assertThat(actual.y()).isCloseTo(points(expected[i]).get(point).y(), within(0.01f));
            }
        }
    }

    private static List<Point> points(DetectedFace face) {
        Landmarks points = face.landmarks();
        return List.of(points.leftEye(), points.rightEye(), points.nose(), points.leftMouth(), points.rightMouth());
    }

    private static DetectedFace face(float left, float top, float size, float score) {
        var landmarks = new Landmarks(
                new Point(left + 0.3f * size, top + 0.4f * size),
                new Point(left + 0.7f * size, top + 0.41f * size),
                new Point(left + 0.5f * size, top + 0.6f * size),
                new Point(left + 0.35f * size, top + 0.8f * size),
                new Point(left + 0.65f * size, top + 0.81f * size));
        return new DetectedFace(new FaceBounds(left, top, left + size, top + size), landmarks, score);
    }

    private static Picture picture(int width, int height) {
        byte[] white = new byte[width * height * Picture.CHANNELS];
        java.util.Arrays.fill(white, (byte) 255);
        return new Picture(width, height, white);
    }
}
