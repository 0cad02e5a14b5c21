package app.heirloom.library.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaceRegionTest {
    private static final FaceRegion FACE = new FaceRegion("Anna", 0.1, 0.2, 0.3, 0.4);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void turnedAndTurnedBackItIsWhereItWas(int orientation) {
        FaceRegion back = FACE.stored(orientation).upright(orientation);
        assertThat(back.left()).isCloseTo(FACE.left(), within(1e-12));
        assertThat(back.top()).isCloseTo(FACE.top(), within(1e-12));
        assertThat(back.width()).isCloseTo(FACE.width(), within(1e-12));
        assertThat(back.height()).isCloseTo(FACE.height(), within(1e-12));
    }

    @Test
    void overlapIsTheSharedPartOfBoth() {
        assertThat(FACE.overlap(FACE)).isCloseTo(1, within(1e-12));
        assertThat(FACE.overlap(new FaceRegion("", 0.25, 0.2, 0.3, 0.4))).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(FACE.overlap(new FaceRegion("", 0.5, 0.2, 0.3, 0.4))).isZero();
    }
}
