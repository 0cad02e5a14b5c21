package app.heirloom.media;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Small PNG files that grow large when they are decoded, or say they do. */
final class HostilePng {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private HostilePng() {}

    /** Gray pixels, one byte each, all black: a few kilobytes for many megapixels. */
    static byte[] black(int width, int height) throws IOException {
        return png(width, height, height);
    }

    /** Claims to be larger than its pixels are. */
    static byte[] claiming(int width, int height) throws IOException {
        return png(width, height, 1);
    }

    private static byte[] png(int width, int height, int rows) throws IOException {
        var deflated = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(deflated, new Deflater(Deflater.BEST_SPEED))) {
            byte[] row = new byte[width + 1];
            for (int y = 0; y < rows; y++) {
                out.write(row);
            }
        }
        var png = new ByteArrayOutputStream();
        png.writeBytes(SIGNATURE);
        writeChunk(
                png,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put((byte) 8)
                        .array());
        writeChunk(png, "IDAT", deflated.toByteArray());
        writeChunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    private static void writeChunk(ByteArrayOutputStream png, String type, byte[] content) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        var checksum = new CRC32();
        checksum.update(name);
        checksum.update(content);
        png.writeBytes(ByteBuffer.allocate(12 + content.length)
                .putInt(content.length)
                .put(name)
                .put(content)
                .putInt((int) checksum.getValue())
                .array());
    }
}
