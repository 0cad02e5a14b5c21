package app.heirloom.inference.runtime;

import app.heirloom.library.embedding.Picture;
import java.util.Arrays;

/**
 * A parallelogram of a picture, to be seen as an upright picture of its own: a part of it, turned or not, or all of it at
 * another size. In pixels; beyond the picture's edge its last pixels go on.
 *
 * @param left of the corner that becomes the upper left
 * @param top of that corner
 * @param acrossX from there to the corner that becomes the upper right
 * @param acrossY likewise
 * @param downX from there to the corner that becomes the lower left
 * @param downY likewise
 */
public record Cutout(double left, double top, double acrossX, double acrossY, double downX, double downY) {
    /** The whole picture. */
    public static Cutout whole(Picture picture) {
        return new Cutout(0, 0, picture.width(), 0, 0, picture.height());
    }

    /**
     * The part of the picture at this size: between four pixels where it grows, and the mean of evenly spread samples
     * where it shrinks, so that fine lines do not break.
     */
    public Picture of(Picture picture, int width, int height) {
        int columns = samples(Math.hypot(acrossX, acrossY) / width);
        int rows = samples(Math.hypot(downX, downY) / height);
        byte[] rgb = new byte[width * height * Picture.CHANNELS];
        double[] sums = new double[Picture.CHANNELS];
        int at = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                Arrays.fill(sums, 0);
                for (int sample = 0; sample < columns * rows; sample++) {
                    int column = sample % columns;
                    int row = sample / columns;
                    double across = (x + (column + 0.5) / columns) / width;
                    double down = (y + (row + 0.5) / rows) / height;
                    addColor(
                            picture,
                            left + across * acrossX + down * downX - 0.5,
                            top + across * acrossY + down * downY - 0.5,
                            sums);
                }
                for (double sum : sums) {
                    rgb[at++] = (byte) Math.round(sum / (columns * rows));
                }
            }
        }
        return new Picture(width, height, rgb);
    }

    private static int samples(double scale) {
        return Math.max(1, (int) Math.ceil(scale - 0.25));
    }

    private static void addColor(Picture picture, double x, double y, double[] sums) {
        int column = (int) Math.floor(x);
        int row = (int) Math.floor(y);
        double right = x - column;
        double bottom = y - row;
        int before = Math.clamp(column, 0, picture.width() - 1);
        int after = Math.clamp(column + 1L, 0, picture.width() - 1);
        int above = Math.clamp(row, 0, picture.height() - 1);
        int below = Math.clamp(row + 1L, 0, picture.height() - 1);
        for (int channel = 0; channel < Picture.CHANNELS; channel++) {
            double upper = (1 - right) * picture.at(before, above, channel) + right * picture.at(after, above, channel);
            double lower = (1 - right) * picture.at(before, below, channel) + right * picture.at(after, below, channel);
            sums[channel] += (1 - bottom) * upper + bottom * lower;
        }
    }
}
