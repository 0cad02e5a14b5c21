package app.heirloom.inference.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.heirloom.library.embedding.Picture;
import app.heirloom.library.face.Landmarks;
import app.heirloom.library.face.Landmarks.Point;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class AlignmentTest {
    private static final Landmarks TEMPLATE = new Landmarks(
            new Point(38.2946f, 51.6963f),
            new Point(73.5318f, 51.5014f),
            new Point(56.0252f, 71.7366f),
            new Point(41.5493f, 92.3655f),
            new Point(70.7299f, 92.2041f));

    @Test
    void aFaceThatLiesAsItShouldStaysAsItIs() {
        Picture picture = gradient(112, 112);
        Picture aligned = Alignment.of(TEMPLATE).apply(picture);
        for (int at = 0; at < 110; at += 7) {
            assertThat(aligned.at(at, at, 0)).isEqualTo(picture.at(at, at, 0));
        }
    }

    @Test
    void aFaceThatIsTurnedAndTwiceAsLargeIsTurnedBackAndHalved() {
        // a quarter turn: right becomes down
        Landmarks turned = moved(point -> new Point(300 - 2 * point.y(), 2 * point.x() + 10));
        Alignment alignment = Alignment.of(turned);
        assertThat(alignment.scale()).isCloseTo(2, within(1e-4));
        Picture picture = gradient(320, 320);
        Picture aligned = alignment.apply(picture);
        assertThat(aligned.at(20, 40, 0)).isCloseTo(picture.at(300 - 80, 50, 0), within(1));
        assertThat(aligned.at(90, 30, 1)).isCloseTo(picture.at(300 - 60, 190, 1), within(1));
    }

    @Test
    void beyondTheEdgeItIsBlack() {
        Picture aligned = Alignment.of(moved(point -> new Point(point.x() - 80, point.y())))
                .apply(new Picture(112, 112, filled(112 * 112 * 3)));
        assertThat(aligned.at(10, 50, 0)).isZero();
        assertThat(aligned.at(100, 50, 0)).isEqualTo(255);
    }

    private static byte[] filled(int size) {
        byte[] bytes = new byte[size];
        java.util.Arrays.fill(bytes, (byte) 255);
        return bytes;
    }

    private static Landmarks moved(UnaryOperator<Point> move) {
        return new Landmarks(
                move.apply(TEMPLATE.leftEye()),
                move.apply(TEMPLATE.rightEye()),
                move.apply(TEMPLATE.nose()),
                move.apply(TEMPLATE.leftMouth()),
                move.apply(TEMPLATE.rightMouth()));
    }

    /** Red grows to the right, green downwards. */
    private static Picture gradient(int width, int height) {
        byte[] rgb = new byte[width * height * Picture.CHANNELS];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                rgb[(y * width + x) * 3] = (byte) (x * 255 / width);
                rgb[(y * width + x) * 3 + 1] = (byte) (y * 255 / height);
            }
        }
        return new Picture(width, height, rgb);
    }
}
