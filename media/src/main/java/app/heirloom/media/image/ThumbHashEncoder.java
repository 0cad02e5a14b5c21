package app.heirloom.media.image;

import app.heirloom.library.asset.appearance.ThumbHash;
import java.util.Arrays;

/** Encodes a small picture as ThumbHash, after Evan Wallace's reference (MIT, github.com/evanw/thumbhash). */
final class ThumbHashEncoder {
    /** The reference takes no larger pictures. */
    static final int MAX_SIDE = 100;

    private final int width;
    private final int height;
    private final byte[] out = new byte[25];
    private int nibbles;

    private ThumbHashEncoder(int width, int height) {
        this.width = width;
        this.height = height;
    }

    static ThumbHash encode(RgbaImage image) {
        return ThumbHash.of(new ThumbHashEncoder(image.width(), image.height()).encode(image.rgba()));
    }

    private byte[] encode(byte[] rgba) {
        int pixels = width * height;
        double[] average = average(rgba);
        boolean hasAlpha = average[3] < pixels;
        double[][] planes = planes(rgba, average);
        int limit = hasAlpha ? 5 : 7;
        int longer = Math.max(width, height);
        int lx = Math.max(1, (int) Math.round((double) limit * width / longer));
        int ly = Math.max(1, (int) Math.round((double) limit * height / longer));
        var luminance = ThumbHashChannel.of(planes[0], width, height, Math.max(3, lx), Math.max(3, ly));
        var p = ThumbHashChannel.of(planes[1], width, height, 3, 3);
        var q = ThumbHashChannel.of(planes[2], width, height, 3, 3);

        boolean landscape = width > height;
        int head = round(63 * luminance.dc())
                | round(31.5 + 31.5 * p.dc()) << 6
                | round(31.5 + 31.5 * q.dc()) << 12
                | round(31 * luminance.scale()) << 18
                | (hasAlpha ? 1 << 23 : 0);
        int tail = (landscape ? ly : lx)
                | round(63 * p.scale()) << 3
                | round(63 * q.scale()) << 9
                | (landscape ? 1 << 15 : 0);
        out[0] = (byte) head;
        out[1] = (byte) (head >> 8);
        out[2] = (byte) (head >> 16);
        out[3] = (byte) tail;
        out[4] = (byte) (tail >> 8);
        nibbles = 10;
        if (hasAlpha) {
            var alpha = ThumbHashChannel.of(planes[3], width, height, 5, 5);
            out[5] = (byte) (round(15 * alpha.dc()) | round(15 * alpha.scale()) << 4);
            nibbles = 12;
            write(luminance);
            write(p);
            write(q);
            write(alpha);
        } else {
            write(luminance);
            write(p);
            write(q);
        }
        return Arrays.copyOf(out, (nibbles + 1) / 2);
    }

    /** The average colour, weighted by alpha, and the sum of alpha. */
    private double[] average(byte[] rgba) {
        double[] sum = new double[4];
        for (int at = 0; at < width * height * 4; at += 4) {
            double alpha = (rgba[at + 3] & 0xff) / 255.0;
            for (int c = 0; c < 3; c++) {
                sum[c] += alpha / 255 * (rgba[at + c] & 0xff);
            }
            sum[3] += alpha;
        }
        for (int c = 0; c < 3 && sum[3] > 0; c++) {
            sum[c] /= sum[3];
        }
        return sum;
    }

    /** Luminance, yellow to blue, red to green, and alpha; what is transparent shows the average. */
    private double[][] planes(byte[] rgba, double[] average) {
        double[][] planes = new double[4][width * height];
        for (int i = 0, at = 0; i < width * height; i++, at += 4) {
            double alpha = (rgba[at + 3] & 0xff) / 255.0;
            double r = average[0] * (1 - alpha) + alpha / 255 * (rgba[at] & 0xff);
            double g = average[1] * (1 - alpha) + alpha / 255 * (rgba[at + 1] & 0xff);
            double b = average[2] * (1 - alpha) + alpha / 255 * (rgba[at + 2] & 0xff);
            planes[0][i] = (r + g + b) / 3;
            planes[1][i] = (r + g) / 2 - b;
            planes[2][i] = r - g;
            planes[3][i] = alpha;
        }
        return planes;
    }

    private void write(ThumbHashChannel channel) {
        for (double factor : channel.ac()) {
            int at = nibbles >> 1;
            out[at] |= (byte) (round(15 * factor) << ((nibbles & 1) * 4));
            nibbles++;
        }
    }

    /** As JavaScript rounds. */
    private static int round(double value) {
        return (int) Math.floor(value + 0.5);
    }
}
