package app.heirloom.inference.picture;

import app.heirloom.inference.runtime.PictureInput;
import app.heirloom.inference.runtime.PictureInput.Layout;
import app.heirloom.inference.runtime.Preparation;
import app.heirloom.inference.runtime.Preparation.ColorOrder;
import app.heirloom.library.embedding.Picture;
import java.nio.FloatBuffer;
import java.util.List;

/** Makes of pictures the one tensor that a network of fixed size takes. Safe for concurrent use. */
public final class PreparedPictures {
    /** Up to this ratio of the sides, a panorama keeps its sharpness. */
    private static final int LONGEST_SHAPE = 4;

    private final PictureInput input;
    private final Fitting fitting;

    /** What each of the 256 levels becomes, for each of the network's colours. */
    private final float[][] levels = new float[Picture.CHANNELS][256];

    /** @param input with a width and a height */
    public PreparedPictures(PictureInput input) {
        this.input = input;
        this.fitting = new Fitting(input);
        Preparation preparation = input.preparation();
        for (int color = 0; color < Picture.CHANNELS; color++) {
            for (int level = 0; level < levels[color].length; level++) {
                levels[color][level] = (level - preparation.mean().get(color))
                        / preparation.std().get(color);
            }
        }
    }

    /** The longest side that pictures of common shapes need, so that nothing has to be enlarged. */
    public int longestSide() {
        return LONGEST_SHAPE * Math.max(input.width(), input.height());
    }

    /** The axes of the tensor for so many pictures. */
    public long[] shape(int pictures) {
        return input.layout() == Layout.NCHW
                ? new long[] {pictures, Picture.CHANNELS, input.height(), input.width()}
                : new long[] {pictures, input.height(), input.width(), Picture.CHANNELS};
    }

    /** Writes the numbers of the tensor. */
    public void write(List<Picture> pictures, FloatBuffer tensor) {
        float[] numbers = new float[input.width() * input.height() * Picture.CHANNELS];
        for (Picture picture : pictures) {
            write(fitting.apply(picture), numbers);
            tensor.put(numbers);
        }
    }

    private void write(Picture fitted, float[] numbers) {
        byte[] rgb = fitted.rgb();
        int pixels = fitted.width() * fitted.height();
        boolean planes = input.layout() == Layout.NCHW;
        for (int color = 0; color < Picture.CHANNELS; color++) {
            int channel = input.preparation().colors() == ColorOrder.RGB ? color : Picture.CHANNELS - 1 - color;
            for (int pixel = 0; pixel < pixels; pixel++) {
                numbers[planes ? color * pixels + pixel : pixel * Picture.CHANNELS + color] =
                        levels[color][rgb[pixel * Picture.CHANNELS + channel] & 0xFF];
            }
        }
    }
}
