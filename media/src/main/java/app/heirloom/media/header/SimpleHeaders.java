package app.heirloom.media.header;

import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.media.color.ColorDescription;
import app.heirloom.media.format.Content;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** Headers that are a few numbers at fixed places. */
final class SimpleHeaders {
    private static final int OLD_BMP_HEADER = 12;

    private SimpleHeaders() {}

    static Optional<Header> gif(Content content) throws IOException {
        ByteBuffer screen = content.read(6, 4).order(ByteOrder.LITTLE_ENDIAN);
        var dimensions = new Dimensions(screen.getShort(0) & 0xffff, screen.getShort(2) & 0xffff);
        return Optional.of(new Header(dimensions, true, ColorDescription.UNKNOWN));
    }

    static Optional<Header> bmp(Content content) throws IOException {
        ByteBuffer info = content.read(14, 16).order(ByteOrder.LITTLE_ENDIAN);
        if (info.getInt(0) == OLD_BMP_HEADER) {
            return Optional.of(Header.opaque(info.getShort(4) & 0xffff, info.getShort(6) & 0xffff));
        }
        return Optional.of(Header.opaque(info.getInt(4), Math.abs(info.getInt(8))));
    }
}
