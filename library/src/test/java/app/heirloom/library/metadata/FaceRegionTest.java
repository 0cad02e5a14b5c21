package app.heirloom.library.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaceRegionTest {
    @ParameterizedTest
    @CsvSource({
        "1, 0.125, 0.25, 0.25, 0.5",
        "2, 0.625, 0.25, 0.25, 0.5",
        "3, 0.625, 0.25, 0.25, 0.5",
        "4, 0.125, 0.25, 0.25, 0.5",
        "5, 0.25, 0.125, 0.5, 0.25",
        "6, 0.25, 0.125, 0.5, 0.25",
        "7, 0.25, 0.625, 0.5, 0.25",
        "8, 0.25, 0.625, 0.5, 0.25"
    })
    void turnsWithThePicture(int orientation, double left, double top, double width, double height) {
        var stored = new FaceRegion("Anna", 0.125, 0.25, 0.25, 0.5);
        assertThat(stored.upright(orientation)).isEqualTo(new FaceRegion("Anna", left, top, width, height));
    }
}
