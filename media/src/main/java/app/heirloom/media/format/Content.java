package app.heirloom.media.format;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The bytes of a file, read here and there; big endian unless told otherwise. Small pieces are cut out of windows: what
 * headers say stands close together, mostly at the beginning, so that reading it costs one call or two.
 */
public final class Content implements AutoCloseable {
    /** Holds the headers of most photos, and hardly more, since for thousands of files each page counts. */
    private static final int WINDOW = 1 << 13;

    private final FileChannel channel;
    private final long size;
    private Window head = Window.NONE;
    private Window elsewhere = Window.NONE;

    /** A piece of the file that was read. */
    private record Window(long start, ByteBuffer bytes) {
        static final Window NONE = new Window(0, ByteBuffer.allocate(0));

        boolean holds(long offset, int length) {
            return offset >= start && offset + length <= start + bytes.capacity();
        }

        ByteBuffer piece(long offset, int length) {
            return bytes.slice((int) (offset - start), length);
        }
    }

    private Content(FileChannel channel, long size) {
        this.channel = channel;
        this.size = size;
    }

    public static Content open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        return new Content(channel, channel.size());
    }

    public long size() {
        return size;
    }

    /** Exactly these bytes; EOFException when the file does not hold them all. */
    public ByteBuffer read(long offset, int length) throws IOException {
        if (offset < 0 || length < 0 || offset > size - length) {
            throw new EOFException("no " + length + " bytes at " + offset + " of " + size);
        }
        return upTo(offset, length);
    }

    /** These bytes as far as the file holds them; they are not to be written to. */
    public ByteBuffer upTo(long offset, int length) throws IOException {
        int count = held(offset, length);
        if (count == 0) {
            return Window.NONE.bytes();
        }
        return count > WINDOW ? load(offset, count) : window(offset, count).piece(offset, count);
    }

    /** These bytes as far as the file holds them. */
    public byte[] bytes(long offset, int length) throws IOException {
        ByteBuffer piece = upTo(offset, length);
        byte[] bytes = new byte[piece.remaining()];
        piece.get(bytes);
        return bytes;
    }

    private int held(long offset, int length) {
        return offset < 0 ? 0 : Math.clamp(size - offset, 0, length);
    }

    private Window window(long offset, int count) throws IOException {
        if (head.holds(offset, count)) {
            return head;
        }
        if (offset + count <= WINDOW) {
            head = new Window(0, load(0, held(0, WINDOW)));
            return head;
        }
        if (!elsewhere.holds(offset, count)) {
            elsewhere = new Window(offset, load(offset, held(offset, WINDOW)));
        }
        return elsewhere;
    }

    private ByteBuffer load(long offset, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count);
        int read = 0;
        while (read >= 0 && bytes.hasRemaining()) {
            read = channel.read(bytes, offset + bytes.position());
        }
        return bytes.clear();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
