package app.heirloom.storage.identity;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipOutputStream;

/** NumPy's texts, of four bytes a character. */
final class WideText {
    private static final int CHUNK = 1 << 14;

    private WideText() {}

    /** A text in ASCII. */
    static void write(ZipOutputStream zip, String name, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        write(zip, name, new ByteArrayInputStream(bytes), bytes.length);
    }

    /** A text in ASCII of that many bytes. */
    static void write(ZipOutputStream zip, String name, InputStream text, long length) throws IOException {
        NpyHeader.begin(zip, name, new NpyHeader("<U" + length, List.of()));
        for (byte[] chunk = text.readNBytes(CHUNK); chunk.length > 0; chunk = text.readNBytes(CHUNK)) {
            byte[] wide = new byte[Integer.BYTES * chunk.length];
            for (int i = 0; i < chunk.length; i++) {
                wide[Integer.BYTES * i] = chunk[i];
            }
            zip.write(wide);
        }
    }
}
