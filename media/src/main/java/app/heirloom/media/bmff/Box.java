package app.heirloom.media.bmff;

import app.heirloom.media.format.Content;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A box of an ISO base media file.
 *
 * @param type its four characters
 * @param start of its payload in the file
 * @param end of its payload in the file
 */
public record Box(String type, long start, long end) {
    private static final int MAX_BOXES = 20_000;
    private static final int MAX_PAYLOAD = 64 << 20;

    /** The boxes of the file's top level; a damaged rest is left out. */
    public static List<Box> topLevel(Content content) throws IOException {
        return list(content, 0, content.size());
    }

    /** The boxes inside, behind a head of this many bytes. */
    public List<Box> children(Content content, int head) throws IOException {
        return list(content, start + head, end);
    }

    /** The first box that is reached by these types, one level each. */
    public Optional<Box> find(Content content, String... types) throws IOException {
        Box box = this;
        for (String type : types) {
            Optional<Box> next = first(box.children(content, 0), type);
            if (next.isEmpty()) {
                return next;
            }
            box = next.get();
        }
        return Optional.of(box);
    }

    public static Optional<Box> first(List<Box> boxes, String type) {
        return boxes.stream().filter(box -> box.type.equals(type)).findFirst();
    }

    public long size() {
        return end - start;
    }

    /** The whole payload; boxes that hold headers are small. */
    public ByteBuffer payload(Content content) throws IOException {
        return content.read(start, (int) Math.min(size(), MAX_PAYLOAD));
    }

    private static List<Box> list(Content content, long from, long to) throws IOException {
        List<Box> boxes = new ArrayList<>();
        long at = from;
        while (at + 8 <= to && boxes.size() < MAX_BOXES) {
            ByteBuffer head = content.upTo(at, 16);
            if (head.remaining() < 8) {
                break;
            }
            long size = Integer.toUnsignedLong(head.getInt(0));
            int headSize = 8;
            if (size == 1 && head.remaining() == 16) {
                size = head.getLong(8);
                headSize = 16;
            } else if (size == 0) {
                size = to - at;
            }
            if (size < headSize) {
                break;
            }
            boxes.add(new Box(typeOf(head), at + headSize, Math.min(at + size, to)));
            at += size;
        }
        return boxes;
    }

    private static String typeOf(ByteBuffer head) {
        return StandardCharsets.ISO_8859_1.decode(head.slice(4, 4)).toString();
    }
}
