package app.heirloom.inference.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProbabilityMapTest {
    private final ProbabilityMap map = map("""
            ....##...
            ...#.#...
            ..##.#...
            .........
            #######..
            .......##
            """);

    @Test
    void pixelsThatTouchEvenAtACornerBelongTogether() {
        assertThat(map.areas(0.5)).hasSize(2);
        assertThat(RotatedBox.around(map.areas(0.5).getLast()).orElseThrow().corners())
                .anyMatch(corner -> corner.minus(new Spot(9, 6)).length() < 0.8);
        assertThat(map.areas(1)).isEmpty();
    }

    @Test
    void aBoxAroundFilledPixelsCoversThemWhole() {
        RotatedBox box = RotatedBox.around(map("""
                ......
                .####.
                .####.
                """).areas(0.5).getFirst()).orElseThrow();
        assertThat(box.corners()).containsExactly(new Spot(1, 1), new Spot(5, 1), new Spot(5, 3), new Spot(1, 3));
    }

    @Test
    void theMeanIsThatOfThePixelsInTheBox() {
        var box = new RotatedBox(List.of(new Spot(3, 0), new Spot(6, 0), new Spot(6, 3), new Spot(3, 3)));
        assertThat(map.mean(box)).isCloseTo(6.0 / 9, within(1e-6));
        assertThat(map.mean(new RotatedBox(
                        List.of(new Spot(-9, -9), new Spot(-8, -9), new Spot(-8, -8), new Spot(-9, -8)))))
                .isZero();
    }

    private static ProbabilityMap map(String drawing) {
        List<String> rows = drawing.lines().toList();
        int width = rows.getFirst().length();
        float[] values = new float[width * rows.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = rows.get(i / width).charAt(i % width) == '#' ? 1 : 0;
        }
        return new ProbabilityMap(width, rows.size(), values);
    }
}
