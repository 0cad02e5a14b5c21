package app.heirloom.library.gallery;

import java.util.Arrays;
import java.util.HexFormat;

/** BLAKE3 of a file's bytes, 32 bytes: the same content anywhere is the same to a gallery. Immutable. */
public final class ContentHash {
    public static final int LENGTH_IN_BYTES = 32;

    private final byte[] bytes;

    private ContentHash(byte[] bytes) {
        if (bytes.length != LENGTH_IN_BYTES) {
            throw new IllegalArgumentException("a content hash has 32 bytes, not " + bytes.length);
        }
        this.bytes = bytes;
    }

    public static ContentHash of(byte[] bytes) {
        return new ContentHash(bytes.clone());
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ContentHash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
