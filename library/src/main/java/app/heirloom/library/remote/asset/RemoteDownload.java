package app.heirloom.library.remote.asset;

import app.heirloom.library.asset.Checksum;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.OptionalLong;

/**
 * An original on its way. Reading fails as an IOException when the connection breaks, nothing comes for long, or less
 * comes than was announced.
 *
 * @param length what the server announces, in bytes
 */
public record RemoteDownload(InputStream bytes, OptionalLong length) implements AutoCloseable {

    /** What was received. */
    public record Received(long sizeInBytes, Checksum checksum) {}

    /** Copies all of it, and tells what it was. */
    public Received copyTo(OutputStream target) throws IOException {
        var hashing = new DigestOutputStream(target, sha1());
        long size = bytes.transferTo(hashing);
        return new Received(size, Checksum.of(hashing.getMessageDigest().digest()));
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-1", e);
        }
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
