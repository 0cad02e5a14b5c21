package app.heirloom.tools.finding;

import app.heirloom.library.asset.Checksum;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.likeness.Fingerprint;
import app.heirloom.tools.backup.DiskFailure;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Fingerprints by content, in a file that grows as they are made: what was looked at once is not looked at again. An entry
 * is its length, the checksum of the content, the fingerprint, and a CRC-32 of these; a last one that a crash cut off is
 * dropped. Only places in the file are held in memory. Safe for concurrent use; one program at a time uses it.
 */
final class FingerprintCache implements AutoCloseable {
    private static final byte[] HEAD = "heirloom fingerprints 1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int FRAME = 2 * Integer.BYTES;
    /** No fingerprint is longer, so a greater length is damage. */
    private static final int MOST = 8192;

    private final FileChannel channel;
    private final Map<Checksum, Long> places = new HashMap<>();
    private long end;

    private FingerprintCache(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Opens the file, which is made if need be.
     *
     * @throws HeirloomException INVALID when it is something else or in use
     */
    static FingerprintCache open(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            var cache = new FingerprintCache(channel);
            try {
                cache.load(file);
                return cache;
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw DiskFailure.of("Cannot use the cache " + file, e);
        }
    }

    private void load(Path file) throws IOException {
        if (!isLocked()) {
            throw ErrorCode.INVALID.exception("The cache " + file + " is in use by another run");
        }
        if (channel.size() < HEAD.length) {
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(HEAD), 0);
        }
        var bytes = new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel)));
        if (!Arrays.equals(bytes.readNBytes(HEAD.length), HEAD)) {
            throw ErrorCode.INVALID.exception(
                    file + " is no cache of this version of heirloom: remove it, or name another folder");
        }
        end = HEAD.length;
        while (loadNext(bytes)) {
            // until the end, or what a crash left of it
        }
        channel.truncate(end);
    }

    private boolean isLocked() throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private boolean loadNext(DataInputStream bytes) throws IOException {
        try {
            int length = bytes.readInt();
            if (length < Checksum.LENGTH_IN_BYTES || length > MOST) {
                return false;
            }
            byte[] entry = new byte[length];
            bytes.readFully(entry);
            if (bytes.readInt() != crc(entry)) {
                return false;
            }
            places.put(Checksum.of(Arrays.copyOf(entry, Checksum.LENGTH_IN_BYTES)), end);
            end += FRAME + length;
            return true;
        } catch (EOFException e) {
            return false;
        }
    }

    private static int crc(byte[] entry) {
        var crc = new CRC32();
        crc.update(entry);
        return (int) crc.getValue();
    }

    synchronized boolean contains(Checksum content) {
        return places.containsKey(content);
    }

    synchronized void add(Checksum content, Fingerprint fingerprint) {
        byte[] print = FingerprintBytes.write(fingerprint);
        byte[] entry = ByteBuffer.allocate(Checksum.LENGTH_IN_BYTES + print.length)
                .put(content.bytes())
                .put(print)
                .array();
        ByteBuffer frame = ByteBuffer.allocate(FRAME + entry.length)
                .putInt(entry.length)
                .put(entry)
                .putInt(crc(entry))
                .flip();
        try {
            while (frame.hasRemaining()) {
                channel.write(frame, end + frame.position());
            }
        } catch (IOException e) {
            throw DiskFailure.of("Cannot write the cache", e);
        }
        places.put(content, end);
        end += FRAME + entry.length;
    }

    synchronized Optional<Fingerprint> find(Checksum content) {
        Long place = places.get(content);
        return place == null ? Optional.empty() : Optional.of(read(place));
    }

    private Fingerprint read(long place) {
        try {
            ByteBuffer length = ByteBuffer.allocate(Integer.BYTES);
            channel.read(length, place);
            ByteBuffer entry = ByteBuffer.allocate(length.flip().getInt());
            while (entry.hasRemaining() && channel.read(entry, place + Integer.BYTES + entry.position()) >= 0) {
                // until all of it is there
            }
            return FingerprintBytes.read(entry.flip().position(Checksum.LENGTH_IN_BYTES));
        } catch (IOException e) {
            throw DiskFailure.of("Cannot read the cache", e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw DiskFailure.of("Cannot close the cache", e);
        }
    }
}
