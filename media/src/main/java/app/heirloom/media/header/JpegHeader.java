package app.heirloom.media.header;

import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.media.color.ColorDescription;
import app.heirloom.media.format.Content;
import app.heirloom.media.header.JpegSegments.Segment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the segments of a JPEG say of its picture: the frame's size and the ICC profile in pieces. */
public final class JpegHeader {
    private static final int APP2 = 0xe2;
    private static final byte[] ICC = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);

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
        for (Segment segment : JpegSegments.list(content, start)) {
            look(segment);
        }
        return dimensions == null || !decodable
                ? Optional.empty()
                : Optional.of(new Header(dimensions, false, ColorDescription.of(joined())));
    }

    private void look(Segment segment) throws IOException {
        int marker = segment.marker();
        if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc) {
            ByteBuffer frame = content.read(segment.start(), 5);
            int height = frame.getShort(1) & 0xffff;
            int width = frame.getShort(3) & 0xffff;
            decodable = width > 0 && height > 0 && marker <= 0xc2;
            dimensions = decodable ? new Dimensions(width, height) : dimensions;
        } else if (marker == APP2 && segment.length() > 14) {
            byte[] piece = segment.payload(content);
            if (piece.length == segment.length() && Arrays.equals(Arrays.copyOf(piece, ICC.length), ICC)) {
                profile.put(piece[12] & 0xff, Arrays.copyOfRange(piece, 14, piece.length));
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
