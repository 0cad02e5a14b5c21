package app.heirloom.storage.files;

import app.heirloom.library.asset.Checksum;
import app.heirloom.library.gallery.Content;
import app.heirloom.library.gallery.ContentHash;
import app.heirloom.library.gallery.ContentReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/**
 * Names contents. The checksum takes longer than the content hash, so that it is only taken of what is new, together with
 * the hash, or a file that changes in between would get the names of two contents.
 */
public final class FileContentReader implements ContentReader {
    private static final int BUFFER_SIZE = 256 * 1024;

    @Override
    public Content read(Path file, Known known) throws IOException {
        Optional<Content> found = known.find(hash(file));
        return found.isPresent() ? found.get() : inFull(file);
    }

    private static ContentHash hash(Path file) throws IOException {
        var blake3 = new Blake3();
        stream(file, blake3::update);
        return ContentHash.of(blake3.digest());
    }

    private static Content inFull(Path file) throws IOException {
        var blake3 = new Blake3();
        MessageDigest sha1 = sha1();
        stream(file, (bytes, from, length) -> {
            blake3.update(bytes, from, length);
            sha1.update(bytes, from, length);
        });
        return new Content(ContentHash.of(blake3.digest()), Checksum.of(sha1.digest()));
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }

    /** Takes a part of the file. */
    private interface Sink {
        void take(byte[] bytes, int from, int length);
    }

    private static void stream(Path file, Sink sink) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer buffer = ByteBuffer.allocate(BUFFER_SIZE);
            while (channel.read(buffer.clear()) >= 0) {
                sink.take(buffer.array(), 0, buffer.position());
            }
        }
    }
}
