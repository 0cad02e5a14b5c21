package app.heirloom.media.header;

import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.media.color.ColorDescription;
import app.heirloom.media.format.Content;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** The chunks of a PNG before its picture. */
final class PngHeader {
    private static final int MAX_PROFILE = 4 << 20;
    private static final int MAX_CHUNKS = 1_000;
    private static final int ALPHA = 4;

    private PngHeader() {}

    static Optional<Header> read(Content content) throws IOException {
        ByteBuffer start = content.read(8, 25);
        var dimensions = new Dimensions(start.getInt(8), start.getInt(12));
        boolean transparent = (start.get(17) & ALPHA) != 0;
        ColorDescription color = ColorDescription.UNKNOWN;
        long at = 8;
        for (int i = 0; i < MAX_CHUNKS && at + 8 <= content.size(); i++) {
            ByteBuffer head = content.read(at, 8);
            long length = Integer.toUnsignedLong(head.getInt(0));
            switch (head.getInt(4)) {
                case 0x74524e53 -> transparent = true; // tRNS
                case 0x69434350 ->
                    color = ColorDescription.of(inflated(content.bytes(at + 8, (int) Math.min(length, MAX_PROFILE))));
                case 0x63494350 -> color = codePoints(content.read(at + 8, 4), color); // cICP
                case 0x49444154 -> i = MAX_CHUNKS; // IDAT
                default -> {}
            }
            at += 12 + length;
        }
        return Optional.of(new Header(dimensions, transparent, color));
    }

    private static ColorDescription codePoints(ByteBuffer chunk, ColorDescription known) {
        return new ColorDescription(known.profile(), chunk.get(0), chunk.get(1));
    }

    /** iCCP holds a name, a zero, the method and the deflated profile. */
    private static byte @Nullable [] inflated(byte[] bytes) {
        int name = 0;
        while (name < bytes.length && bytes[name] != 0) {
            name++;
        }
        try (var inflater = new InflaterInputStream(
                new ByteArrayInputStream(bytes, name + 2, Math.max(0, bytes.length - name - 2)))) {
            return inflater.readNBytes(MAX_PROFILE);
        } catch (IOException e) {
            return null;
        }
    }
}
