package app.heirloom.vectors.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file of records of one size after a header, written at its end and read through memory. Mappings stay valid for whoever
 * holds them when the file grows or is replaced.
 */
final class RecordFile implements AutoCloseable {
    private static final long LEAST_ROOM = 1024;

    private final FileChannel channel;
    private final int header;
    private final int record;
    private MemorySegment memory = MemorySegment.NULL;
    private long room;

    private RecordFile(FileChannel channel, int header, int record) {
        this.channel = channel;
        this.header = header;
        this.record = record;
    }

    /** Opens a file, or makes an empty one. */
    static RecordFile open(Path file, int header, int record) {
        try {
            var channel = FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
            return new RecordFile(channel, header, record);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many whole records the file has room for; those behind the last written one are zeros. */
    long length() {
        try {
            return Math.max(0, (channel.size() - header) / record);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ByteBuffer header() {
        try {
            ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(header, channel.size()));
            while (bytes.hasRemaining() && channel.read(bytes, bytes.position()) >= 0) {
                // read on
            }
            return bytes.flip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a part of the header. */
    void writeHeader(int at, ByteBuffer bytes) {
        write(bytes, (long) at);
    }

    void writeRecord(long index, ByteBuffer bytes) {
        write(bytes, header + index * record);
    }

    private void write(ByteBuffer bytes, long position) {
        try {
            long at = position;
            while (bytes.hasRemaining()) {
                at += channel.write(bytes, at);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The records, at least so many of them; record i begins at i times the size of a record. */
    synchronized MemorySegment records(long count) {
        if (room == 0 || count > room) {
            try {
                room = Math.max(LEAST_ROOM, Math.max(length(), count + count / 2));
                memory = channel.map(MapMode.READ_WRITE, 0, header + room * record, Arena.ofAuto())
                        .asSlice(header)
                        .asReadOnly();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return memory;
    }

    void force() {
        try {
            channel.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
