package app.heirloom.media.header;

import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.media.color.ColorDescription;
import app.heirloom.media.format.Content;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The first chunk of a WebP tells size and transparency; the profile is a chunk of its own. */
final class WebpHeader {
    private static final int MAX_PROFILE = 4 << 20;
    private static final int ICCP = 0x50434349;

    private WebpHeader() {}

    static Optional<Header> read(Content content) throws IOException {
        ByteBuffer head = content.read(12, 18).order(ByteOrder.LITTLE_ENDIAN);
        return switch (head.getInt(0)) {
            case 0x20385056 -> Optional.of(Header.opaque(head.getShort(14) & 0x3fff, head.getShort(16) & 0x3fff));
            case 0x4c385056 -> Optional.of(lossless(head.getInt(9)));
            case 0x58385056 -> Optional.of(extended(head, content));
            default -> Optional.empty();
        };
    }

    private static Header lossless(int bits) {
        var dimensions = new Dimensions((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1);
        return new Header(dimensions, (bits >> 28 & 1) != 0, ColorDescription.UNKNOWN);
    }

    private static Header extended(ByteBuffer head, Content content) throws IOException {
        int flags = head.get(8);
        var dimensions = new Dimensions((head.getInt(12) & 0xffffff) + 1, (head.getInt(14) >>> 8) + 1);
        byte[] profile = (flags & 0x20) != 0 ? profile(content) : null;
        return new Header(dimensions, (flags & 0x10) != 0, ColorDescription.of(profile));
    }

    private static byte @Nullable [] profile(Content content) throws IOException {
        ByteBuffer chunk = content.read(30, 8).order(ByteOrder.LITTLE_ENDIAN);
        int length = chunk.getInt(4);
        boolean present = chunk.getInt(0) == ICCP && length > 0 && length < MAX_PROFILE;
        return present ? content.bytes(38, length) : null;
    }
}
