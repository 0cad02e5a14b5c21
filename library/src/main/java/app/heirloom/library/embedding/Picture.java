package app.heirloom.library.embedding;

/**
 * A decoded picture, upright.
 *
 * @param rgb three bytes a pixel, row by row; it belongs to the picture from now on
 */
@SuppressWarnings("ArrayRecordComponent") // millions of bytes, which nobody compares
public record Picture(int width, int height, byte[] rgb) {
    public static final int CHANNELS = 3;

    public Picture {
        if (width <= 0 || height <= 0 || rgb.length != width * height * CHANNELS) {
            throw new IllegalArgumentException(width + " x " + height + " does not fit " + rgb.length + " bytes");
        }
    }

    /** The colour at a pixel: 0 red, 1 green, 2 blue, each from 0 to 255. */
    public int at(int x, int y, int channel) {
        return rgb[(y * width + x) * CHANNELS + channel] & 0xFF;
    }

    /** Half as wide and high, each pixel the mean of four; a last odd row or column is left out. */
    public Picture halved() {
        int halfWidth = Math.max(1, width / 2);
        int halfHeight = Math.max(1, height / 2);
        int right = width > 1 ? CHANNELS : 0;
        int below = height > 1 ? width * CHANNELS : 0;
        byte[] half = new byte[halfWidth * halfHeight * CHANNELS];
        int to = 0;
        for (int y = 0; y < halfHeight; y++) {
            int from = 2 * y * width * CHANNELS;
            for (int x = 0; x < halfWidth; x++) {
                for (int channel = 0; channel < CHANNELS; channel++) {
                    int at = from + 2 * x * CHANNELS + channel;
                    int upper = (rgb[at] & 0xFF) + (rgb[at + right] & 0xFF);
                    int lower = (rgb[at + below] & 0xFF) + (rgb[at + below + right] & 0xFF);
                    half[to++] = (byte) ((upper + lower + 2) / 4);
                }
            }
        }
        return new Picture(halfWidth, halfHeight, half);
    }
}
