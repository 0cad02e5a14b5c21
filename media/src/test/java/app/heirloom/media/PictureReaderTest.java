package app.heirloom.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.heirloom.library.embedding.Picture;
import app.heirloom.testkit.TinyExif;
import app.heirloom.testkit.TinyPhotos;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureReaderTest {
    private static final int LARGE = 10_000;

    @AutoClose
    private final TestMedia media;

    PictureReaderTest(@TempDir Path folder) {
        media = new TestMedia(folder);
    }

    private static BufferedImage image(Picture picture) {
        var image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                image.setRGB(x, y, new Color(picture.at(x, y, 0), picture.at(x, y, 1), picture.at(x, y, 2)).getRGB());
            }
        }
        return image;
    }

    @ParameterizedTest
    @CsvSource({"1, red green blue white", "4, blue white red green", "6, blue red white green"})
    void everyOrientationIsTurnedUpright(int orientation, String corners) throws Exception {
        byte[] jpeg = TinyPhotos.withExif(TinyPhotos.jpeg(160, 80), new TinyExif().orientation(orientation));
        assertThat(Corners.of(image(media.picture(media.file("photo.jpg", jpeg), LARGE))))
                .isEqualTo(corners);
    }

    /** Rows of these end at, and one, two and three bytes before, a whole word. */
    @ParameterizedTest
    @ValueSource(ints = {1, 4, 5, 6, 7})
    void everyPixelOfAPictureWithoutLossIsAsItWas(int width) throws Exception {
        var drawn = new BufferedImage(width, 3, BufferedImage.TYPE_INT_RGB);
        var random = new Random(width);
        for (int at = 0; at < width * 3; at++) {
            drawn.setRGB(at % width, at / width, random.nextInt(1 << 24));
        }
        BufferedImage read = image(media.picture(media.file("photo.png", png(drawn)), LARGE));
        for (int at = 0; at < width * 3; at++) {
            assertThat(read.getRGB(at % width, at / width)).isEqualTo(drawn.getRGB(at % width, at / width));
        }
    }

    private static byte[] png(BufferedImage image) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    @Test
    void noSideExceedsTheLimitAndColorsStay() throws Exception {
        Path photo = media.made("gray.jpg", "-f", "lavfi", "-i", "color=0xC08040:size=4000x3000", "-frames:v", "1");
        Picture picture = media.picture(photo, 1440);
        assertThat(picture.width()).isEqualTo(1440);
        assertThat(picture.height()).isEqualTo(1080);
        assertThat(picture.at(700, 500, 0)).isCloseTo(0xC0, within(3));
        assertThat(picture.at(700, 500, 1)).isCloseTo(0x80, within(3));
        assertThat(picture.at(700, 500, 2)).isCloseTo(0x40, within(3));
    }

    @Test
    void whatIsNoPictureIsToldAsSuch() throws Exception {
        Path text = media.file("photo.jpg", "no picture".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> media.picture(text, LARGE)).hasMessageContaining("not a photo");
    }
}
