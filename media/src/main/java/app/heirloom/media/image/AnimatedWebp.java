package app.heirloom.media.image;

import app.heirloom.media.format.Content;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Takes the first frame out of an animated WebP, which ffmpeg does not decode, as a WebP of its own. */
final class AnimatedWebp {
    private static final int FRAME = 0x464d4e41;
    private static final int ALPHA = 0x48504c41;
    private static final int FRAME_HEAD = 16;
    private static final int MAX_FRAME = 64 << 20;
    private static final int MAX_CHUNKS = 1_000;

    private AnimatedWebp() {}

    /** Where the first frame's chunks lie: their offset and length; empty for a still. */
    static Optional<ByteBuffer> firstFrame(Content content) throws IOException {
        long at = 12;
        for (int i = 0; i < MAX_CHUNKS && at + 8 <= content.size(); i++) {
            ByteBuffer chunk = content.read(at, 8).order(ByteOrder.LITTLE_ENDIAN);
            long length = Integer.toUnsignedLong(chunk.getInt(4));
            if (chunk.getInt(0) == FRAME && length > FRAME_HEAD && length < MAX_FRAME) {
                return Optional.of(content.read(at + 8, (int) length).order(ByteOrder.LITTLE_ENDIAN));
            }
            at += 8 + length + (length & 1);
        }
        return Optional.empty();
    }

    /** Writes the frame as a WebP that stands alone. */
    static void write(ByteBuffer frame, Path target) throws IOException {
        int chunks = frame.remaining() - FRAME_HEAD;
        boolean transparent = frame.getInt(FRAME_HEAD) == ALPHA;
        ByteBuffer out = ByteBuffer.allocate(30 + chunks).order(ByteOrder.LITTLE_ENDIAN);
        out.put(ascii("RIFF")).putInt(22 + chunks).put(ascii("WEBPVP8X")).putInt(10);
        out.putInt(transparent ? 0x10 : 0);
        out.put(frame.slice(6, 6)).put(frame.slice(FRAME_HEAD, chunks));
        Files.write(target, out.array());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
