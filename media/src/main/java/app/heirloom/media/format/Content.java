package app.heirloom.media.format;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The bytes of a file, read here and there; big endian unless told otherwise. */
public final class Content implements AutoCloseable {
    private final FileChannel channel;
    private final long size;

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

    /** These bytes as far as the file holds them. */
    public ByteBuffer upTo(long offset, int length) throws IOException {
        return ByteBuffer.wrap(bytes(offset, length));
    }

    /** These bytes as far as the file holds them. */
    public byte[] bytes(long offset, int length) throws IOException {
        byte[] bytes = new byte[Math.clamp(size - offset, 0, length)];
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int read = 0;
        while (read >= 0 && buffer.hasRemaining()) {
            read = channel.read(buffer, offset + buffer.position());
        }
        return bytes;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
