package app.heirloom.media.image;

import app.heirloom.library.embedding.Picture;
import app.heirloom.library.error.ErrorCode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A picture as ffmpeg hands it over: a BMP of three bytes a pixel, blue before green before red, its rows from the bottom
 * up and each padded to whole words. Its scaler has a fast path to this order of colours and none to the other one.
 */
final class Bitmap {
    private static final int FIRST_PIXEL = 10;
    private static final int WIDTH = 18;
    private static final int HEIGHT = 22;
    private static final int HEADER = 54;

    private Bitmap() {}

    /** @throws app.heirloom.library.error.HeirloomException UNREADABLE_MEDIA when it is not whole */
    static Picture picture(byte[] bytes) {
        ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.length < HEADER || bytes[0] != 'B' || bytes[1] != 'M') {
            throw ErrorCode.UNREADABLE_MEDIA.exception("The file holds no picture that can be decoded.");
        }
        int width = header.getInt(WIDTH);
        int height = header.getInt(HEIGHT);
        int first = header.getInt(FIRST_PIXEL);
        int row = (width * Picture.CHANNELS + 3) / 4 * 4;
        if (bytes.length < first + row * height) {
            throw ErrorCode.UNREADABLE_MEDIA.exception("The decoder stopped in the middle of the picture.");
        }
        byte[] rgb = new byte[width * height * Picture.CHANNELS];
        for (int y = 0; y < height; y++) {
            turn(bytes, first + (height - 1 - y) * row, rgb, y * width * Picture.CHANNELS, width);
        }
        return new Picture(width, height, rgb);
    }

    private static void turn(byte[] bgr, int from, byte[] rgb, int to, int pixels) {
        int end = to + pixels * Picture.CHANNELS;
        for (int at = to, source = from; at < end; at += Picture.CHANNELS, source += Picture.CHANNELS) {
            rgb[at] = bgr[source + 2];
            rgb[at + 1] = bgr[source + 1];
            rgb[at + 2] = bgr[source];
        }
    }
}
