package app.heirloom.library.asset.appearance;

import java.util.Arrays;
import java.util.Base64;

/** A picture in about 25 bytes (evanw's ThumbHash), shown until the thumbnail arrives. Immutable. */
public final class ThumbHash {
    private final byte[] bytes;

    private ThumbHash(byte[] bytes) {
        this.bytes = bytes;
    }

    public static ThumbHash of(byte[] bytes) {
        return new ThumbHash(bytes.clone());
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ThumbHash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return base64();
    }
}
