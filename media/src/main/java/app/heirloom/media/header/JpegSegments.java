package app.heirloom.media.header;

import app.heirloom.media.format.Content;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Finds the segments of a JPEG in front of its picture. */
public final class JpegSegments {
    private static final int START_OF_SCAN = 0xda;
    private static final int END = 0xd9;
    private static final int MAX_SEGMENTS = 2_000;
    private static final int MAX_GARBAGE = 1 << 16;

    private JpegSegments() {}

    /**
     * A segment.
     *
     * @param marker its second byte
     * @param start of its payload in the file
     * @param length of its payload as it says, which may be more than there is
     */
    public record Segment(int marker, long start, int length) {
        /** The payload as far as the file holds it. */
        public byte[] payload(Content content) throws IOException {
            return content.bytes(start, Math.max(0, length));
        }
    }

    /** Those of a JPEG that begins here; none when none does. */
    public static List<Segment> list(Content content, long start) throws IOException {
        List<Segment> segments = new ArrayList<>();
        long at = start + 2;
        for (int i = 0; i < MAX_SEGMENTS; i++) {
            ByteBuffer head = content.upTo(at, 4);
            if (head.remaining() < 4) {
                break;
            }
            if ((head.get(0) & 0xff) != 0xff) {
                at = nextMarker(content, at);
                continue;
            }
            int marker = head.get(1) & 0xff;
            if (marker == 0xff || marker == 1 || (marker >= 0xd0 && marker <= 0xd8)) {
                at += marker == 0xff ? 1 : 2;
            } else if (marker == START_OF_SCAN || marker == END) {
                break;
            } else {
                int length = head.getShort(2) & 0xffff;
                segments.add(new Segment(marker, at + 4, length - 2));
                at += 2 + length;
            }
        }
        return segments;
    }

    /** Segments whose length lies are followed by garbage, which decoders skip. */
    private static long nextMarker(Content content, long at) throws IOException {
        byte[] bytes = content.bytes(at, MAX_GARBAGE);
        for (int i = 0; i + 1 < bytes.length; i++) {
            if (bytes[i] == (byte) 0xff && bytes[i + 1] != 0 && bytes[i + 1] != (byte) 0xff) {
                return at + i;
            }
        }
        return content.size();
    }
}
