package app.heirloom.media.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.library.embedding.Picture;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BitmapTest {
    private static final int LONGEST_SIDE = 2_000;

    @Test
    void turnsRowsAndColorsAndLeavesOutThePadding() throws IOException {
        byte[] blueGreenRed = {31, 21, 11, 32, 22, 12, 0, 0, 33, 23, 13, 34, 24, 14, 0, 0};
        Picture picture = taken(bitmap(2, 2, blueGreenRed)).picture();
        assertThat(picture.width()).isEqualTo(2);
        assertThat(picture.rgb()).containsExactly(13, 23, 33, 14, 24, 34, 11, 21, 31, 12, 22, 32);
    }

    @Test
    void takesPicturesOfManyReads() throws IOException {
        int width = 1_001;
        int row = width * 3 + 1;
        byte[] pixels = new byte[row * 700];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i / row);
        }
        Picture picture = taken(bitmap(width, 700, pixels)).picture();
        for (int y = 0; y < 700; y++) {
            assertThat(picture.at(width - 1, y, 2)).isEqualTo((699 - y) % 256);
        }
    }

    @Test
    void whatIsNoPictureIsTold() throws IOException {
        byte[] black = bitmap(2, 2, new byte[16]);
        byte[] other = black.clone();
        other[0] = 'X';
        for (byte[] none : new byte[][] {{}, other, Arrays.copyOf(black, 53)}) {
            Bitmap taken = taken(none);
            assertThatThrownBy(taken::picture).hasMessageContaining("no picture");
        }
        Bitmap cut = taken(Arrays.copyOf(black, black.length - 1));
        assertThatThrownBy(cut::picture).hasMessageContaining("in the middle");
    }

    @Test
    void aHeaderThatLiesTakesNoMemory() throws IOException {
        for (int side : new int[] {0, -1, LONGEST_SIDE + 1, Integer.MAX_VALUE}) {
            Bitmap taken = taken(bitmap(side, 1, new byte[8]));
            assertThatThrownBy(taken::picture).hasMessageContaining("no picture");
        }
    }

    private static Bitmap taken(byte[] output) throws IOException {
        var bitmap = new Bitmap(LONGEST_SIDE);
        bitmap.take(new ByteArrayInputStream(output));
        return bitmap;
    }

    private static byte[] bitmap(int width, int height, byte[] pixels) {
        ByteBuffer bytes = ByteBuffer.allocate(54 + pixels.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(0, (byte) 'B').put(1, (byte) 'M');
        bytes.putInt(10, 54).putInt(18, width).putInt(22, height);
        return bytes.put(54, pixels).array();
    }
}
