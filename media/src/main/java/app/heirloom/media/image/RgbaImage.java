package app.heirloom.media.image;

import app.heirloom.library.error.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A small picture in memory: four bytes a pixel. */
final class RgbaImage {
    private static final Pattern PAM =
            Pattern.compile("P7\nWIDTH (\\d+)\nHEIGHT (\\d+)\nDEPTH 4\nMAXVAL 255\nTUPLTYPE RGB_ALPHA\nENDHDR\n");
    private static final int MAX_HEAD = 120;

    private final int width;
    private final int height;
    private final byte[] rgba;

    RgbaImage(int width, int height, byte[] rgba) {
        this.width = width;
        this.height = height;
        this.rgba = rgba;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    byte[] rgba() {
        return rgba;
    }

    /** Reads Netpbm's PAM, the form in which ffmpeg tells dimensions with the pixels. */
    static RgbaImage ofPam(byte[] pam) {
        String head = new String(pam, 0, Math.min(pam.length, MAX_HEAD), StandardCharsets.ISO_8859_1);
        Matcher matcher = PAM.matcher(head);
        if (!matcher.lookingAt()) {
            throw ErrorCode.UNREADABLE_MEDIA.exception("The file holds no picture that can be decoded.");
        }
        var image = new RgbaImage(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Arrays.copyOfRange(pam, matcher.end(), pam.length));
        if (image.rgba.length < image.width * image.height * 4) {
            throw ErrorCode.UNREADABLE_MEDIA.exception("The decoder stopped in the middle of the picture.");
        }
        return image;
    }

    /** Whether hardly anything can be seen: a fade-in, a covered lens. */
    boolean isDark() {
        long bright = 0;
        for (int at = 0; at < width * height * 4; at += 4) {
            int light = 2 * (rgba[at] & 0xff) + 5 * (rgba[at + 1] & 0xff) + (rgba[at + 2] & 0xff);
            bright += light > 8 * 40 ? 1 : 0;
        }
        return bright * 50 < (long) width * height;
    }
}
