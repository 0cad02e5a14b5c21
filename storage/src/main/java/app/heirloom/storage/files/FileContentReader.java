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

/** Takes both names of a content in one pass over its file. */
public final class FileContentReader implements ContentReader {
    private static final int BUFFER_SIZE = 256 * 1024;

    @Override
    public Content read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            Blake3 blake3 = new Blake3();
            ByteBuffer buffer = ByteBuffer.allocate(BUFFER_SIZE);
            while (channel.read(buffer) >= 0) {
                buffer.flip();
                sha1.update(buffer.array(), 0, buffer.limit());
                blake3.update(buffer.array(), 0, buffer.limit());
                buffer.clear();
            }
            return new Content(ContentHash.of(blake3.digest()), Checksum.of(sha1.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }
}
