package app.heirloom.testkit;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * Small pictures that tests recognise by their corners: red top left, green top right, blue bottom left, white bottom
 * right.
 */
public final class TinyPhotos {
    private static final int APP1 = 0xffe1;
    private static final int APP2 = 0xffe2;
    private static final int APP13 = 0xffed;
    private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};
    private static final byte[] XMP = "http://ns.adobe.com/xap/1.0/\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PHOTOSHOP = "Photoshop 3.0\0008BIM\4\4\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ICC = "ICC_PROFILE\0\1\1".getBytes(StandardCharsets.US_ASCII);

    private TinyPhotos() {}

    /** The picture in a format of ImageIO: jpeg, png, gif, bmp, tiff. */
    public static byte[] encoded(String format, int width, int height) {
        return encoded(format, picture(width, height, BufferedImage.TYPE_INT_RGB));
    }

    public static byte[] jpeg(int width, int height) {
        return encoded("jpeg", width, height);
    }

    /** A PNG whose top left quarter is transparent. */
    public static byte[] transparentPng(int width, int height) {
        BufferedImage picture = picture(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < height / 2; y++) {
            for (int x = 0; x < width / 2; x++) {
                picture.setRGB(x, y, 0);
            }
        }
        return encoded("png", picture);
    }

    public static byte[] withExif(byte[] jpeg, TinyExif exif) {
        return withSegment(jpeg, APP1, joined(EXIF, exif.bytes()));
    }

    public static byte[] withXmp(byte[] jpeg, String packet) {
        return withSegment(jpeg, APP1, joined(XMP, packet.getBytes(StandardCharsets.UTF_8)));
    }

    /** With records of IPTC's application section: their numbers and texts. */
    public static byte[] withIptc(byte[] jpeg, Map<Integer, String> records) {
        var block = new ByteArrayOutputStream();
        records.forEach((number, text) -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            block.writeBytes(new byte[] {0x1c, 2, number.byteValue(), 0, (byte) bytes.length});
            block.writeBytes(bytes);
        });
        byte[] size = ByteBuffer.allocate(4).putInt(block.size()).array();
        if (block.size() % 2 != 0) {
            block.write(0);
        }
        return withSegment(jpeg, APP13, joined(joined(PHOTOSHOP, size), block.toByteArray()));
    }

    public static byte[] withProfile(byte[] jpeg, byte[] profile) {
        return withSegment(jpeg, APP2, joined(ICC, profile));
    }

    private static byte[] withSegment(byte[] jpeg, int marker, byte[] payload) {
        return ByteBuffer.allocate(jpeg.length + 4 + payload.length)
                .put(jpeg, 0, 2)
                .putShort((short) marker)
                .putShort((short) (payload.length + 2))
                .put(payload)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    private static BufferedImage picture(int width, int height, int type) {
        var picture = new BufferedImage(width, height, type);
        Graphics2D graphics = picture.createGraphics();
        fill(graphics, Color.RED, 0, 0, width, height);
        fill(graphics, Color.GREEN, width / 2, 0, width, height);
        fill(graphics, Color.BLUE, 0, height / 2, width, height);
        fill(graphics, Color.WHITE, width / 2, height / 2, width, height);
        graphics.dispose();
        return picture;
    }

    private static void fill(Graphics2D graphics, Color color, int x, int y, int width, int height) {
        graphics.setColor(color);
        graphics.fillRect(x, y, width, height);
    }

    private static byte[] encoded(String format, BufferedImage picture) {
        var out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(picture, format, out)) {
                throw new IllegalArgumentException("no encoder for " + format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] joined(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }
}
