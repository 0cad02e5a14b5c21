package app.heirloom.media.image;

import app.heirloom.library.embedding.Picture;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.media.program.Intake;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * A picture as ffmpeg hands it over: a BMP of three bytes a pixel, blue before green before red, its rows from the bottom
 * up and each padded to whole words. Its scaler has a fast path to this order of colours and none to the other one. The
 * rows are put in order while they come, so that a picture lies in memory once.
 */
final class Bitmap implements Intake {
    private static final int FIRST_PIXEL = 10;
    private static final int WIDTH = 18;
    private static final int HEIGHT = 22;
    private static final int HEADER = 54;
    /** As much as a pipe holds. */
    private static final int BYTES_AT_ONCE = 64 * 1024;

    private final int longestSide;
    private @Nullable Picture picture;
    private boolean whole;

    /** @param longestSide which the picture cannot exceed, whatever its header says */
    Bitmap(int longestSide) {
        this.longestSide = longestSide;
    }

    /** @throws app.heirloom.library.error.HeirloomException UNREADABLE_MEDIA when there is none, or it is not whole */
    Picture picture() {
        if (picture == null) {
            throw ErrorCode.UNREADABLE_MEDIA.exception("The file holds no picture that can be decoded.");
        }
        if (!whole) {
            throw ErrorCode.UNREADABLE_MEDIA.exception("The decoder stopped in the middle of the picture.");
        }
        return picture;
    }

    @Override
    public void take(InputStream output) throws IOException {
        byte[] bytes = output.readNBytes(HEADER);
        ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.length < HEADER || bytes[0] != 'B' || bytes[1] != 'M') {
            return;
        }
        int width = header.getInt(WIDTH);
        int height = header.getInt(HEIGHT);
        if (Math.min(width, height) > 0 && Math.max(width, height) <= longestSide) {
            picture = new Picture(width, height, new byte[width * height * Picture.CHANNELS]);
            output.skipNBytes(header.getInt(FIRST_PIXEL) - HEADER);
            whole = take(picture, output);
        }
    }

    private static boolean take(Picture picture, InputStream output) throws IOException {
        int row = (picture.width() * Picture.CHANNELS + 3) / 4 * 4;
        byte[] rows = new byte[Math.max(1, BYTES_AT_ONCE / row) * row];
        int missing = picture.height();
        while (missing > 0) {
            int wanted = Math.min(missing * row, rows.length);
            if (output.readNBytes(rows, 0, wanted) < wanted) {
                return false;
            }
            for (int from = 0; from < wanted; from += row) {
                turn(rows, from, picture, --missing);
            }
        }
        return true;
    }

    private static void turn(byte[] bgr, int from, Picture picture, int y) {
        byte[] rgb = picture.rgb();
        int row = picture.width() * Picture.CHANNELS;
        int to = y * row;
        for (int at = 0; at < row; at += Picture.CHANNELS) {
            rgb[to + at] = bgr[from + at + 2];
            rgb[to + at + 1] = bgr[from + at + 1];
            rgb[to + at + 2] = bgr[from + at];
        }
    }
}
