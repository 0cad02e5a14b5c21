package app.heirloom.inference.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.heirloom.library.face.Landmarks;
import app.heirloom.library.face.Landmarks.Point;
import org.junit.jupiter.api.Test;

class FrontalityTest {
    @Test
    void aFaceFromTheFrontHasItsNoseInTheMiddle() {
        assertThat(Frontality.of(seenFrom(0, 0))).isCloseTo(1, within(1e-5f));
    }

    @Test
    void itFallsAsTheHeadTurns() {
        assertThat(Frontality.of(seenFrom(15, 0))).isBetween(0.6f, 0.8f);
        assertThat(Frontality.of(seenFrom(-15, 0)))
                .as("to either side")
                .isCloseTo(Frontality.of(seenFrom(15, 0)), within(1e-5f));
        assertThat(Frontality.of(seenFrom(30, 0))).isBetween(0.3f, 0.5f);
        assertThat(Frontality.of(seenFrom(45, 0))).isCloseTo(0, within(1e-5f));
        assertThat(Frontality.of(seenFrom(80, 0))).isZero();
    }

    @Test
    void turningThePictureChangesNothing() {
        for (int tilt = 30; tilt < 360; tilt += 30) {
            assertThat(Frontality.of(seenFrom(20, tilt))).isCloseTo(Frontality.of(seenFrom(20, 0)), within(1e-4f));
        }
    }

    @Test
    void pointsThatAreNoFaceHaveNone() {
        Point point = new Point(3, 3);
        assertThat(Frontality.of(new Landmarks(point, point, point, point, point)))
                .isZero();
        Point left = new Point(0, 0);
        Point right = new Point(10, 0);
        assertThat(Frontality.of(new Landmarks(right, left, new Point(5, 5), new Point(10, 10), new Point(0, 10))))
                .as("mirrored")
                .isZero();
    }

    /** A head with eyes 2 apart and a nose that stands out by 1, turned to the side, in a picture that is tilted. */
    private static Landmarks seenFrom(double degrees, double tilt) {
        return new Landmarks(
                seen(-1, 0, 0, degrees, tilt),
                seen(1, 0, 0, degrees, tilt),
                seen(0, 1.2, 1, degrees, tilt),
                seen(-0.8, 2.4, 0, degrees, tilt),
                seen(0.8, 2.4, 0, degrees, tilt));
    }

    private static Point seen(double x, double y, double depth, double degrees, double tilt) {
        double turned = 40 * (x * Math.cos(Math.toRadians(degrees)) + depth * Math.sin(Math.toRadians(degrees)));
        double cos = Math.cos(Math.toRadians(tilt));
        double sin = Math.sin(Math.toRadians(tilt));
        return new Point((float) (500 + cos * turned - sin * 40 * y), (float) (500 + sin * turned + cos * 40 * y));
    }
}
