package app.heirloom.media.header;

import app.heirloom.media.bmff.Box;
import app.heirloom.media.format.Content;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** The size header of a JPEG XL codestream, naked or in boxes; its bits are read from the lowest on. */
final class JpegXlHeader {
    private static final int[] SIZES = {9, 13, 18, 30};
    private static final int[][] RATIOS = {{1, 1}, {12, 10}, {4, 3}, {3, 2}, {16, 9}, {5, 4}, {2, 1}};

    private final long bits;
    private final long more;
    private int at;

    private JpegXlHeader(ByteBuffer bytes) {
        bits = Long.reverseBytes(bytes.getLong(2));
        more = Long.reverseBytes(bytes.getLong(10));
    }

    static Optional<Header> read(Content content) throws IOException {
        long start = 0;
        if ((content.read(0, 2).getShort(0) & 0xffff) != 0xff0a) {
            List<Box> boxes = Box.topLevel(content);
            Optional<Box> whole = Box.first(boxes, "jxlc");
            Optional<Box> part = Box.first(boxes, "jxlp");
            if (whole.isEmpty() && part.isEmpty()) {
                return Optional.empty();
            }
            start = whole.isPresent() ? whole.get().start() : part.orElseThrow().start() + 4;
        }
        ByteBuffer bytes = ByteBuffer.allocate(18).put(content.upTo(start, 18)).rewind();
        return Optional.of(new JpegXlHeader(bytes).size());
    }

    private Header size() {
        boolean small = take(1) == 1;
        int height = side(small);
        int ratio = take(3);
        int width = ratio == 0 ? side(small) : (int) ((long) height * RATIOS[ratio - 1][0] / RATIOS[ratio - 1][1]);
        return Header.opaque(width, height);
    }

    private int side(boolean small) {
        return small ? (take(5) + 1) * 8 : take(SIZES[take(2)]) + 1;
    }

    private int take(int count) {
        int value = 0;
        for (int i = 0; i < count; i++, at++) {
            long word = at < 64 ? bits : more;
            value |= (int) (word >>> (at & 63) & 1) << i;
        }
        return value;
    }
}
