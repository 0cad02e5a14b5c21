package app.heirloom.inference.picture;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.inference.Inputs;
import app.heirloom.inference.runtime.PictureInput;
import app.heirloom.inference.runtime.PictureInput.Interpolation;
import app.heirloom.inference.runtime.PictureInput.Layout;
import app.heirloom.inference.runtime.PictureInput.Resize;
import app.heirloom.inference.runtime.Preparation;
import app.heirloom.inference.runtime.Preparation.ColorOrder;
import app.heirloom.library.embedding.Picture;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreparedPicturesTest {
    private static final Preparation PLAIN = new Preparation(ColorOrder.RGB, List.of(0f, 0f, 0f), List.of(1f, 1f, 1f));

    @Test
    void ordersAxesAndColorsAsTheNetworkWants() {
        Picture picture = new Picture(2, 1, new byte[] {10, 20, 30, 11, 21, 31});
        assertThat(prepared(Layout.NCHW, PLAIN, picture)).containsExactly(10, 11, 20, 21, 30, 31);
        assertThat(prepared(Layout.NHWC, PLAIN, picture)).containsExactly(10, 20, 30, 11, 21, 31);
        var scaled = new Preparation(ColorOrder.BGR, List.of(30f, 20f, 10f), List.of(1f, 2f, 4f));
        assertThat(prepared(Layout.NCHW, scaled, picture)).containsExactly(0, 1, 0, 0.5f, 0, 0.25f);
    }

    @Test
    void putsPicturesOneAfterAnother() {
        var input = new PictureInput(1, 1, Layout.NCHW, PLAIN, Resize.STRETCH, Interpolation.BICUBIC);
        var prepared = new PreparedPictures(input);
        var one = new Picture(1, 1, new byte[] {1, 2, 3});
        var other = new Picture(1, 1, new byte[] {4, 5, (byte) 255});
        assertThat(prepared.shape(2)).containsExactly(2, 3, 1, 1);
        assertThat(numbers(prepared, one, other)).containsExactly(1, 2, 3, 4, 5, 255);
    }

    @Test
    void cutsTheMiddleOut() {
        assertThat(reds(Resize.CROP, columns(12, 4))).containsExactly(4, 5, 6, 7);
        assertThat(reds(Resize.CROP, columns(11, 4)))
                .as("half a pixel goes to the even side")
                .containsExactly(4, 5, 6, 7);
        assertThat(reds(Resize.CROP, columns(4, 30))).containsExactly(0, 1, 2, 3);
    }

    @Test
    void stretchesOrFrames() {
        assertThat(reds(Resize.STRETCH, columns(4, 16))).containsExactly(0, 1, 2, 3);
        assertThat(reds(Resize.LETTERBOX, columns(2, 4))).containsExactly(0, 0, 1, 0);
    }

    @Test
    void aStripCostsNoMoreThanAPhoto() {
        assertThat(reds(Resize.CROP, columns(2_000_000, 1))).hasSize(4);
        assertThat(reds(Resize.LETTERBOX, columns(2_000_000, 1))).hasSize(4);
        assertThat(reds(Resize.STRETCH, columns(1, 2_000_000))).containsExactly(0, 0, 0, 0);
    }

    /** The red levels of the second row. */
    private static float[] reds(Resize resize, Picture picture) {
        var input = new PictureInput(4, 4, Layout.NCHW, PLAIN, resize, Interpolation.BILINEAR);
        float[] reds = new float[4];
        System.arraycopy(numbers(new PreparedPictures(input), picture), 4, reds, 0, reds.length);
        return reds;
    }

    /** A picture whose red tells the column. */
    private static Picture columns(int width, int height) {
        byte[] rgb = new byte[width * height * Picture.CHANNELS];
        for (int pixel = 0; pixel < width * height; pixel++) {
            rgb[pixel * Picture.CHANNELS] = (byte) (pixel % width);
        }
        return new Picture(width, height, rgb);
    }

    private static float[] prepared(Layout layout, Preparation preparation, Picture picture) {
        var input = new PictureInput(2, 1, layout, preparation, Resize.STRETCH, Interpolation.BICUBIC);
        return numbers(new PreparedPictures(input), picture);
    }

    private static float[] numbers(PreparedPictures prepared, Picture... pictures) {
        return Inputs.of(tensor -> prepared.write(List.of(pictures), tensor), prepared.shape(pictures.length))
                .array();
    }
}
