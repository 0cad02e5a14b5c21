package app.heirloom.library.identity;

import static app.heirloom.library.identity.Faces.face;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.heirloom.library.embedding.ModelId;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoverageTest {
    private static final ModelId MODEL = new ModelId("model");

    private final Coverage coverage = new Coverage(List.of(set(1, 0), set(2, 60)), 0.45);

    @Test
    void tellsTheNearestSet() {
        assertThat(coverage.nearest(face("a", 35)).orElseThrow().set()).isEqualTo(2);
        assertThat(coverage.nearest(face("a", 25)).orElseThrow().set()).isEqualTo(1);
        assertThat(coverage.nearest(face("a", 60)).orElseThrow().distance()).isCloseTo(0, within(1e-6));
    }

    @Test
    void coversUpToTheDistance() {
        double angle = Math.toDegrees(Math.acos(1 - 0.45));
        assertThat(coverage.nearest(face("a", 60 + angle - 0.1))).isPresent();
        assertThat(coverage.nearest(face("a", 60 + angle + 0.1))).isEmpty();
    }

    @Test
    void anchorsOfMergedSetsCoverForTheWhole() {
        IdentitySet merged = set(1, 0).merged(set(7, 90));
        var found = new Coverage(List.of(merged), 0.45).nearest(face("a", 95)).orElseThrow();
        assertThat(found.set()).isEqualTo(1);
        assertThat(found.anchor().set()).isEqualTo(7);
    }

    @Test
    void withoutSetsNothingIsCovered() {
        assertThat(new Coverage(List.of(), 2).nearest(face("a", 0))).isEmpty();
    }

    private static IdentitySet set(int number, double degrees) {
        return IdentitySet.founded(
                number, "ann", MODEL, Refinement.of(List.of(face("picture-" + number, degrees)), 0.45));
    }
}
