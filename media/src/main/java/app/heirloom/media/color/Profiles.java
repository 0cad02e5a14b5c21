package app.heirloom.media.color;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Puts a colour profile into finished JPEG and WebP files, in place of what is there. */
public final class Profiles {
    private static final byte[] ICC = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);
    private static final int PIECE = 65_519;
    private static final int APP0 = 0xffe0;
    private static final int APP2 = 0xffe2;
    private static final int RIFF_HEAD = 12;
    private static final int HAS_PROFILE = 0x20;

    private Profiles() {}

    /** Leaves exactly this profile in the JPEG, none for null. */
    public static void intoJpeg(Path jpeg, @Nullable IccProfile profile) throws IOException {
        byte[] old = Files.readAllBytes(jpeg);
        var out = new ByteArrayOutputStream(old.length + 4_096);
        int at = 2;
        out.write(old, 0, at);
        boolean written = profile == null;
        while (at + 4 <= old.length && number(old, at) >> 4 == APP0 >> 4) {
            int end = at + 2 + number(old, at + 2);
            if (!isProfile(old, at)) {
                out.write(old, at, end - at);
            }
            if (!written && profile != null) {
                writePieces(out, profile.bytes());
                written = true;
            }
            at = end;
        }
        if (!written && profile != null) {
            writePieces(out, profile.bytes());
        }
        out.write(old, at, old.length - at);
        Files.write(jpeg, out.toByteArray());
    }

    private static int number(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
    }

    private static boolean isProfile(byte[] jpeg, int at) {
        return number(jpeg, at) == APP2 && Arrays.equals(jpeg, at + 4, at + 4 + ICC.length, ICC, 0, ICC.length);
    }

    private static void writePieces(ByteArrayOutputStream out, byte[] profile) {
        int count = (profile.length + PIECE - 1) / PIECE;
        for (int i = 0; i < count; i++) {
            int length = Math.min(PIECE, profile.length - i * PIECE);
            out.writeBytes(ByteBuffer.allocate(4)
                    .putShort((short) APP2)
                    .putShort((short) (length + ICC.length + 4))
                    .array());
            out.writeBytes(ICC);
            out.write(i + 1);
            out.write(count);
            out.write(profile, i * PIECE, length);
        }
    }

    /** Adds the profile to a WebP as ffmpeg writes it: one chunk with the picture. */
    public static void intoWebp(Path webp, IccProfile profile, int width, int height) throws IOException {
        byte[] old = Files.readAllBytes(webp);
        byte[] icc = profile.bytes();
        int padded = icc.length + (icc.length & 1);
        ByteBuffer out = ByteBuffer.allocate(old.length + 18 + 8 + padded).order(ByteOrder.LITTLE_ENDIAN);
        out.put(old, 0, RIFF_HEAD).putInt(4, out.capacity() - 8);
        out.put("VP8X".getBytes(StandardCharsets.US_ASCII)).putInt(10).putInt(HAS_PROFILE);
        putSide(out, width);
        putSide(out, height);
        out.put("ICCP".getBytes(StandardCharsets.US_ASCII)).putInt(icc.length).put(icc);
        out.position(out.position() + padded - icc.length);
        out.put(old, RIFF_HEAD, old.length - RIFF_HEAD);
        Files.write(webp, out.array());
    }

    private static void putSide(ByteBuffer out, int side) {
        int value = side - 1;
        out.put((byte) value).put((byte) (value >> 8)).put((byte) (value >> 16));
    }
}
