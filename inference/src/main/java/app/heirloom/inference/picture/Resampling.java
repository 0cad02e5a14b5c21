package app.heirloom.inference.picture;

import app.heirloom.inference.runtime.PictureInput.Interpolation;
import app.heirloom.library.embedding.Picture;

/**
 * Changes the size of one axis of a picture. Where it shrinks, each new pixel is the weighted mean of all that it
 * covers, so that nothing flickers; the numbers are those of Pillow to the last bit, since networks were trained on
 * pictures that it had scaled.
 */
final class Resampling {
    /** Binary places of the weights: as many as keep sums of them and of bytes within an int. */
    private static final int PLACES = 22;

    /** The constant of the cubic filter of Pillow: Keys, "Cubic convolution interpolation", 1981. */
    private static final double CUBIC = -0.5;

    private final int[] starts;
    private final int[][] weights;

    /**
     * Prepares the new pixels of one axis, or those of a part of it.
     *
     * @param size of the axis in the picture
     * @param scaled size of the axis afterwards
     * @param from the first of the scaled pixels that is wanted
     * @param count how many of them are wanted
     */
    Resampling(Interpolation interpolation, int size, int scaled, int from, int count) {
        starts = new int[count];
        weights = new int[count][];
        double scale = (double) size / scaled;
        double stretch = Math.max(scale, 1);
        double reach = (interpolation == Interpolation.BICUBIC ? 2 : 1) * stretch;
        for (int i = 0; i < count; i++) {
            double center = (from + i + 0.5) * scale;
            starts[i] = Math.max((int) (center - reach + 0.5), 0);
            int end = Math.min((int) (center + reach + 0.5), size);
            double[] shares = new double[end - starts[i]];
            for (int tap = 0; tap < shares.length; tap++) {
                shares[tap] = weight(interpolation, (starts[i] + tap - center + 0.5) / stretch);
            }
            weights[i] = whole(shares);
        }
    }

    private static double weight(Interpolation interpolation, double distance) {
        double x = Math.abs(distance);
        return switch (interpolation) {
            case BILINEAR -> Math.max(1 - x, 0);
            case BICUBIC ->
                x < 1 ? ((CUBIC + 2) * x - (CUBIC + 3)) * x * x + 1 : x < 2 ? (((x - 5) * x + 8) * x - 4) * CUBIC : 0;
        };
    }

    private static int[] whole(double[] shares) {
        double sum = 0;
        for (double share : shares) {
            sum += share;
        }
        int[] whole = new int[shares.length];
        for (int tap = 0; tap < shares.length; tap++) {
            double exact = shares[tap] / sum * (1 << PLACES);
            whole[tap] = (int) (exact + Math.copySign(0.5, exact));
        }
        return whole;
    }

    /** The picture with its columns resampled. */
    Picture columns(Picture picture) {
        byte[] rgb = new byte[starts.length * picture.height() * Picture.CHANNELS];
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < starts.length; x++) {
                int from = (y * picture.width() + starts[x]) * Picture.CHANNELS;
                mix(picture.rgb(), from, Picture.CHANNELS, weights[x], rgb, (y * starts.length + x) * Picture.CHANNELS);
            }
        }
        return new Picture(starts.length, picture.height(), rgb);
    }

    /** The picture with its rows resampled. */
    Picture rows(Picture picture) {
        int stride = picture.width() * Picture.CHANNELS;
        byte[] rgb = new byte[starts.length * stride];
        for (int y = 0; y < starts.length; y++) {
            for (int x = 0; x < picture.width(); x++) {
                int from = starts[y] * stride + x * Picture.CHANNELS;
                mix(picture.rgb(), from, stride, weights[y], rgb, y * stride + x * Picture.CHANNELS);
            }
        }
        return new Picture(picture.width(), starts.length, rgb);
    }

    /** Writes one pixel: the mean of those that follow each other at the stride. */
    private static void mix(byte[] from, int start, int stride, int[] weights, byte[] to, int at) {
        int red = 1 << (PLACES - 1);
        int green = red;
        int blue = red;
        int next = start;
        for (int weight : weights) {
            red += (from[next] & 0xFF) * weight;
            green += (from[next + 1] & 0xFF) * weight;
            blue += (from[next + 2] & 0xFF) * weight;
            next += stride;
        }
        to[at] = level(red);
        to[at + 1] = level(green);
        to[at + 2] = level(blue);
    }

    private static byte level(int sum) {
        return (byte) Math.clamp(sum >> PLACES, 0, 255);
    }
}
