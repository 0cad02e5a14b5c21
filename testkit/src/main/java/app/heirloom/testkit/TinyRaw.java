package app.heirloom.testkit;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Raw files with nothing in them but the picture that the camera made. */
public final class TinyRaw {
    private TinyRaw() {}

    /** A DNG: one directory with its version, an orientation and the place of the JPEG. */
    public static byte[] dng(byte[] jpeg, int orientation) {
        int entries = 4;
        int start = 8 + 2 + entries * 12 + 4;
        ByteBuffer raw = ByteBuffer.allocate(start + jpeg.length).order(ByteOrder.LITTLE_ENDIAN);
        raw.put(new byte[] {'I', 'I', '*', 0}).putInt(8).putShort((short) entries);
        putTag(raw, 0x112, 3, 1, orientation);
        putTag(raw, 0x201, 4, 1, start);
        putTag(raw, 0x202, 4, 1, jpeg.length);
        putTag(raw, 0xc612, 1, 4, 0x401);
        return raw.putInt(0).put(jpeg).array();
    }

    /** Fujifilm's: a signature, and the JPEG somewhere behind it. */
    public static byte[] raf(byte[] jpeg) {
        ByteBuffer raw = ByteBuffer.allocate(3_000 + jpeg.length + 5_000);
        raw.put("FUJIFILMCCD-RAW 0201".getBytes(StandardCharsets.US_ASCII));
        return raw.put(3_000, jpeg).array();
    }

    private static void putTag(ByteBuffer raw, int tag, int type, int count, int value) {
        raw.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }
}
