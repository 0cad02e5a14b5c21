package app.heirloom.library.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PictureTest {
    @Test
    void halvedEachPixelIsTheMeanOfFour() {
        Picture picture = new Picture(3, 3, reds(0, 10, 99, 20, 251, 99, 99, 99, 99));
        Picture half = picture.halved();
        assertThat(half.width()).isEqualTo(1);
        assertThat(half.height()).isEqualTo(1);
        assertThat(half.rgb()).as("rounded, without the last row and column").containsExactly(70, 0, 0);
    }

    @Test
    void aLineIsHalvedAlongItself() {
        assertThat(new Picture(4, 1, reds(1, 3, 5, 8)).halved().rgb()).containsExactly(2, 0, 0, 7, 0, 0);
        assertThat(new Picture(1, 4, reds(1, 3, 5, 8)).halved().rgb()).containsExactly(2, 0, 0, 7, 0, 0);
        assertThat(new Picture(1, 1, reds(9)).halved().rgb()).containsExactly(9, 0, 0);
    }

    private static byte[] reds(int... reds) {
        byte[] rgb = new byte[reds.length * Picture.CHANNELS];
        for (int i = 0; i < reds.length; i++) {
            rgb[i * Picture.CHANNELS] = (byte) reds[i];
        }
        return rgb;
    }
}
