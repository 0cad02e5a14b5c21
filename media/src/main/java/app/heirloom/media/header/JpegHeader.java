package app.heirloom.media.header;

import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.media.color.ColorDescription;
import app.heirloom.media.format.Content;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Walks the segments of a JPEG up to its picture: the frame's size and the ICC profile in pieces. */
public final class JpegHeader {
    private static final int START_OF_SCAN = 0xda;
    private static final int END = 0xd9;
    private static final int APP2 = 0xe2;
    private static final byte[] ICC = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);
    private static final int MAX_SEGMENTS = 2_000;
    private static final int MAX_GARBAGE = 1 << 16;

    private final Content content;
    private final Map<Integer, byte[]> profile = new TreeMap<>();
    private @Nullable Dimensions dimensions;
    private boolean decodable = true;

    private JpegHeader(Content content) {
        this.content = content;
    }

    /** The header of a JPEG that begins here; empty when no decodable one does. */
    public static Optional<Header> read(Content content, long start) throws IOException {
        return new JpegHeader(content).walk(start);
    }

    private Optional<Header> walk(long start) throws IOException {
        long at = start + 2;
        for (int i = 0; i < MAX_SEGMENTS; i++) {
            ByteBuffer head = content.upTo(at, 4);
            if (head.remaining() < 4) {
                break;
            }
            if ((head.get(0) & 0xff) != 0xff) {
                at = nextMarker(at);
                continue;
            }
            int marker = head.get(1) & 0xff;
            if (marker == 0xff || marker == 1 || (marker >= 0xd0 && marker <= 0xd8)) {
                at += marker == 0xff ? 1 : 2;
            } else if (marker == START_OF_SCAN || marker == END) {
                break;
            } else {
                int length = head.getShort(2) & 0xffff;
                segment(marker, at + 4, length - 2);
                at += 2 + length;
            }
        }
        return dimensions == null || !decodable
                ? Optional.empty()
                : Optional.of(new Header(dimensions, false, ColorDescription.of(joined())));
    }

    /** Segments whose length lies are followed by garbage, which decoders skip. */
    private long nextMarker(long at) throws IOException {
        byte[] bytes = content.bytes(at, MAX_GARBAGE);
        for (int i = 0; i + 1 < bytes.length; i++) {
            if (bytes[i] == (byte) 0xff && bytes[i + 1] != 0 && bytes[i + 1] != (byte) 0xff) {
                return at + i;
            }
        }
        return content.size();
    }

    private void segment(int marker, long at, int length) throws IOException {
        if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc) {
            ByteBuffer frame = content.read(at, 5);
            int height = frame.getShort(1) & 0xffff;
            int width = frame.getShort(3) & 0xffff;
            decodable = width > 0 && height > 0 && marker <= 0xc2;
            dimensions = decodable ? new Dimensions(width, height) : dimensions;
        } else if (marker == APP2 && length > 14) {
            byte[] piece = content.bytes(at, length);
            if (piece.length == length && Arrays.equals(Arrays.copyOf(piece, ICC.length), ICC)) {
                profile.put(piece[12] & 0xff, Arrays.copyOfRange(piece, 14, length));
            }
        }
    }

    private byte @Nullable [] joined() {
        if (profile.isEmpty()) {
            return null;
        }
        var all = new ByteArrayOutputStream();
        profile.values().forEach(all::writeBytes);
        return all.toByteArray();
    }
}
