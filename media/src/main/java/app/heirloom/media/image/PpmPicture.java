package app.heirloom.media.image;

import app.heirloom.library.embedding.Picture;
import app.heirloom.library.error.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Netpbm's PPM, which ffmpeg writes for models: dimensions, then the pixels. */
final class PpmPicture {
    private static final Pattern PPM = Pattern.compile("P6\\s(\\d+)\\s(\\d+)\\s255\\s");
    private static final int MAX_HEAD = 40;

    private PpmPicture() {}

    /** Fails as UNREADABLE_MEDIA when the file held no picture, or the decoder stopped in the middle of it. */
    static Picture of(byte[] ppm) {
        Matcher head = PPM.matcher(new String(ppm, 0, Math.min(ppm.length, MAX_HEAD), StandardCharsets.ISO_8859_1));
        if (!head.lookingAt()) {
            throw ErrorCode.UNREADABLE_MEDIA.exception("The file holds no picture that can be decoded.");
        }
        int width = Integer.parseInt(head.group(1));
        int height = Integer.parseInt(head.group(2));
        int end = head.end() + width * height * Picture.CHANNELS;
        if (ppm.length < end) {
            throw ErrorCode.UNREADABLE_MEDIA.exception("The decoder stopped in the middle of the picture.");
        }
        return new Picture(width, height, Arrays.copyOfRange(ppm, head.end(), end));
    }
}
