package app.heirloom.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PanelTest {
    private final Random random = new Random(1);

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 255, 256})
    void productsHaveTheSameBitsInEveryWay(int count) {
        List<float[]> vectors = Stream.generate(this::vector).limit(count).toList();
        float[][] rows = {vector(), vector(), vector(), vector()};
        var panel = new Panel(vectors);
        float[][] products = new float[Panel.TILE][Panel.WIDTH];
        panel.multiply(rows, products);
        assertThat(panel.count()).isEqualTo(count);
        for (int column = 0; column < count; column++) {
            float[] singly = new float[Panel.TILE];
            Panel.product(vectors.get(column), rows, singly);
            for (int row = 0; row < Panel.TILE; row++) {
                assertThat(products[row][column]).isEqualTo(singly[row]);
                assertThat((double) singly[row]).isCloseTo(exactly(rows[row], vectors.get(column)), within(1e-4));
            }
        }
    }

    @Test
    void noMoreThanFit() {
        List<float[]> vectors = Collections.nCopies(Panel.WIDTH + 1, vector());
        assertThatThrownBy(() -> new Panel(vectors)).isInstanceOf(IllegalArgumentException.class);
    }

    private static double exactly(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (double) one[i] * other[i];
        }
        return sum;
    }

    private float[] vector() {
        float[] vector = new float[64];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        return vector;
    }
}
