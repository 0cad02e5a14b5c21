package app.heirloom.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ScoresTest {
    @Test
    void countsPairsAndItems() {
        // truth: 0 0 0 1 1; found: one of the first group went to the second
        ClusterScores scores = ClusterScores.of(new int[] {5, 5, 7, 7, 7}, new int[] {0, 0, 0, 1, 1});
        assertThat(scores.pairs().precision()).isEqualTo(2.0 / 4);
        assertThat(scores.pairs().recall()).isEqualTo(2.0 / 4);
        assertThat(scores.items().precision()).isCloseTo((1 + 1 + 1 / 3.0 + 2 / 3.0 + 2 / 3.0) / 5, within(1e-9));
        assertThat(scores.items().recall()).isCloseTo((2 / 3.0 + 2 / 3.0 + 1 / 3.0 + 1 + 1) / 5, within(1e-9));
        assertThat(scores.clusters()).isEqualTo(2);
    }

    @Test
    void nothingIsAllRight() {
        assertThat(ClusterScores.of(new int[0], new int[0]).pairs().f1()).isEqualTo(1);
    }

    @Test
    void pairsThatDifferClearlyAreToldApart() {
        VerificationScores scores = VerificationScores.of(around(0.8, 200), around(0.1, 2_000), 1);
        assertThat(scores.accuracy()).isEqualTo(1);
        assertThat(scores.area()).isEqualTo(1);
        assertThat(scores.accepted()).isEqualTo(1);
    }

    @Test
    void pairsThatDoNotDifferAreGuessed() {
        VerificationScores scores = VerificationScores.of(around(0.5, 2_000), around(0.5, 2_000), 1);
        assertThat(scores.accuracy()).isCloseTo(0.5, within(0.05));
        assertThat(scores.area()).isCloseTo(0.5, within(0.05));
        assertThat(scores.accepted()).isLessThan(0.02);
    }

    @Test
    void tooFewPairsAreRefused() {
        assertThatThrownBy(() -> VerificationScores.of(new float[3], new float[100], 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static float[] around(double mean, int count) {
        var random = new Random(7);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (mean + 0.05 * random.nextGaussian());
        }
        return values;
    }
}
