package app.heirloom.inference.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RotatedBoxTest {
    @Test
    void findsTheRectangleThatSpotsFill() {
        for (int degrees = -40; degrees <= 40; degrees += 10) {
            RotatedBox box = RotatedBox.around(filled(200, 30, degrees)).orElseThrow();
            assertThat(Math.max(box.width(), box.height())).isCloseTo(200, within(0.5));
            assertThat(Math.min(box.width(), box.height())).isCloseTo(30, within(0.5));
            assertThat(box.middle().x()).isCloseTo(500, within(0.5));
            Spot along = box.corners().get(1).minus(box.corners().get(0));
            assertThat(Math.toDegrees(Math.atan2(along.y(), along.x())))
                    .as("begins at the upper left of what is read")
                    .isCloseTo(degrees, within(0.5));
        }
    }

    @Test
    void isNoLargerThanAnyOtherAroundThem() {
        var random = new Random(7);
        for (int round = 0; round < 20; round++) {
            var spots = new ArrayList<Spot>();
            for (int i = 0; i < 40; i++) {
                spots.add(new Spot(random.nextInt(60), random.nextInt(40)));
            }
            RotatedBox box = RotatedBox.around(spots).orElseThrow();
            assertThat(spots).allMatch(spot -> box.grown(1e-6).contains(spot.x(), spot.y()));
            for (int degrees = 0; degrees < 90; degrees++) {
                assertThat(box.area()).isLessThanOrEqualTo(areaAt(spots, degrees) + 1e-6);
            }
        }
    }

    @Test
    void spotsOnOneLineHaveNone() {
        assertThat(RotatedBox.around(List.of())).isEmpty();
        assertThat(RotatedBox.around(List.of(new Spot(1, 1), new Spot(1, 1)))).isEmpty();
        assertThat(RotatedBox.around(List.of(new Spot(1, 1), new Spot(2, 2), new Spot(3, 3))))
                .isEmpty();
    }

    @Test
    void growsOnEachSide() {
        RotatedBox box = RotatedBox.around(filled(200, 30, 20)).orElseThrow().grown(5);
        assertThat(box.width()).isCloseTo(210, within(0.5));
        assertThat(box.height()).isCloseTo(40, within(0.5));
        assertThat(box.middle().y()).isCloseTo(400, within(0.5));
    }

    @Test
    void theHullLeavesOutWhatLiesInsideOrOnASide() {
        var corners = List.of(new Spot(0, 0), new Spot(4, 0), new Spot(4, 3), new Spot(0, 3));
        var spots = new ArrayList<>(corners);
        spots.addAll(List.of(new Spot(2, 0), new Spot(1, 1), new Spot(4, 2), new Spot(0, 0)));
        assertThat(ConvexHull.of(spots)).containsExactlyInAnyOrderElementsOf(corners);
    }

    private static List<Spot> filled(int width, int height, double degrees) {
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        var spots = new ArrayList<Spot>();
        for (int x = 0; x <= width; x += 10) {
            for (int y = 0; y <= height; y += 10) {
                double right = x - width / 2.0;
                double down = y - height / 2.0;
                spots.add(new Spot(500 + cos * right - sin * down, 400 + sin * right + cos * down));
            }
        }
        return spots;
    }

    private static double areaAt(List<Spot> spots, double degrees) {
        var across = new Spot(Math.cos(Math.toRadians(degrees)), Math.sin(Math.toRadians(degrees)));
        return extent(spots, across) * extent(spots, new Spot(-across.y(), across.x()));
    }

    private static double extent(List<Spot> spots, Spot direction) {
        var extent = spots.stream().mapToDouble(spot -> spot.dot(direction)).summaryStatistics();
        return extent.getMax() - extent.getMin();
    }
}
