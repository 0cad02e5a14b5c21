package app.heirloom.inference.picture;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.inference.runtime.PictureInput.Interpolation;
import app.heirloom.library.embedding.Picture;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected values are those of Pillow 12's {@code Image.resize}. */
class ResamplingTest {
    @Test
    void shrinksByTheMeanOfWhatIsCovered() {
        assertThat(numbers(scaled(pattern(7, 5), 3, 2, Interpolation.BICUBIC)))
                .containsExactly(
                        95, 104, 175, 130, 144, 137, 133, 127, 75, 110, 166, 131, 116, 126, 125, 126, 114, 137);
        assertThat(numbers(scaled(pattern(7, 5), 3, 2, Interpolation.BILINEAR)))
                .containsExactly(
                        99, 107, 172, 129, 141, 134, 129, 127, 80, 106, 161, 133, 118, 128, 123, 128, 118, 135);
    }

    @Test
    void growsAlongTheCurve() {
        int[] rows = {
            0, 36, 202, 2, 39, 193, 23, 46, 176, 34, 49, 167,
            44, 66, 212, 54, 69, 203, 75, 76, 186, 86, 79, 177,
            94, 95, 221, 105, 98, 212, 126, 105, 195, 137, 108, 186
        };
        assertThat(numbers(scaled(pattern(2, 2), 4, 3, Interpolation.BICUBIC))).containsExactly(rows);
    }

    @ParameterizedTest
    @CsvSource({
        "640, 427, 299, 224, BICUBIC, a34f0e1e209517d1c37812f86fb07ce0c0263f34880ea623aff40e322ea7ecb8",
        "640, 427, 224, 224, BICUBIC, 627e5058561c59a6fec2acdeb957ae0b67e3d3a99f9d5889aa22dc4f9a1683cc",
        "640, 427, 224, 224, BILINEAR, e5d19023e4acd70849206938bea7cb00d12a013b5fe32d6ee3cefe2e3d59213e",
        "31, 57, 224, 411, BICUBIC, 29c7aa21ab480d719a59802edf6adc655569ad5b83a0d8c3fdee477e7772b563"
    })
    void isPillowsToTheLastByte(int width, int height, int toWidth, int toHeight, Interpolation how, String sha256)
            throws Exception {
        byte[] rgb = scaled(pattern(width, height), toWidth, toHeight, how).rgb();
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(rgb)))
                .isEqualTo(sha256);
    }

    @Test
    void aPartIsCutOutOfTheWhole() {
        Picture picture = pattern(50, 8);
        Picture whole = new Resampling(Interpolation.BICUBIC, 50, 20, 0, 20).columns(picture);
        Picture part = new Resampling(Interpolation.BICUBIC, 50, 20, 6, 8).columns(picture);
        for (int x = 0; x < 8; x++) {
            assertThat(part.at(x, 3, 1)).isEqualTo(whole.at(x + 6, 3, 1));
        }
    }

    private static Picture scaled(Picture picture, int width, int height, Interpolation how) {
        Picture columns = new Resampling(how, picture.width(), width, 0, width).columns(picture);
        return new Resampling(how, picture.height(), height, 0, height).rows(columns);
    }

    private static Picture pattern(int width, int height) {
        byte[] rgb = new byte[width * height * Picture.CHANNELS];
        int at = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                rgb[at++] = (byte) (x * 37 + y * 91);
                rgb[at++] = (byte) (x * x * 11 + y * 53 + 40);
                rgb[at++] = (byte) (200 - x * 29 + y * y * 17);
            }
        }
        return new Picture(width, height, rgb);
    }

    private static int[] numbers(Picture picture) {
        int[] numbers = new int[picture.rgb().length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = picture.rgb()[i] & 0xFF;
        }
        return numbers;
    }
}
