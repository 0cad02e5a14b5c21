package app.heirloom.inference.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.heirloom.library.embedding.Picture;
import org.junit.jupiter.api.Test;

class CutoutTest {
    private final Picture picture = gradient(40, 30);

    @Test
    void theWholeAtItsOwnSizeIsThePicture() {
        assertThat(Cutout.whole(picture).of(picture, 40, 30).rgb()).isEqualTo(picture.rgb());
    }

    @Test
    void aPartIsThatPart() {
        Picture part = new Cutout(10, 5, 8, 0, 0, 6).of(picture, 8, 6);
        assertThat(part.at(0, 0, 0)).isEqualTo(picture.at(10, 5, 0));
        assertThat(part.at(7, 5, 1)).isEqualTo(picture.at(17, 10, 1));
    }

    @Test
    void aPartThatIsTurnedComesUpright() {
        Picture turned = new Cutout(20, 5, 0, 10, -8, 0).of(picture, 10, 8);
        assertThat(turned.at(0, 0, 0)).as("its upper right comes first").isEqualTo(picture.at(19, 5, 0));
        assertThat(turned.at(9, 7, 1)).isEqualTo(picture.at(12, 14, 1));
    }

    @Test
    void shrinkingTakesTheMean() {
        byte[] stripes = new byte[64 * 8 * Picture.CHANNELS];
        for (int i = 0; i < stripes.length; i++) {
            stripes[i] = (byte) (i / Picture.CHANNELS % 2 == 0 ? 200 : 0);
        }
        Picture shrunk = Cutout.whole(picture).of(picture, 1, 1);
        assertThat(shrunk.at(0, 0, 0)).isCloseTo(117, within(4));
        Picture grey = Cutout.whole(new Picture(64, 8, stripes)).of(new Picture(64, 8, stripes), 16, 2);
        for (int x = 0; x < 16; x++) {
            assertThat(grey.at(x, 1, 0)).isEqualTo(100);
        }
    }

    @Test
    void beyondTheEdgeItsLastPixelsGoOn() {
        Picture beyond = new Cutout(-10, 0, 10, 0, 0, 30).of(picture, 10, 30);
        assertThat(beyond.at(3, 12, 1)).isEqualTo(picture.at(0, 12, 1));
    }

    private static Picture gradient(int width, int height) {
        byte[] rgb = new byte[width * height * Picture.CHANNELS];
        for (int i = 0; i < width * height; i++) {
            rgb[3 * i] = (byte) (6 * (i % width));
            rgb[3 * i + 1] = (byte) (8 * (i / width));
        }
        return new Picture(width, height, rgb);
    }
}
