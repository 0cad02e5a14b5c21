package app.heirloom.library.asset;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** SHA-1 of an original's bytes: 20 bytes, the identity of content on Immich's wire. Immutable. */
public final class Checksum {
    public static final int LENGTH_IN_BYTES = 20;
    private static final int BASE64_LENGTH = 28;

    private final byte[] bytes;

    private Checksum(byte[] bytes) {
        if (bytes.length != LENGTH_IN_BYTES) {
            throw new IllegalArgumentException("a SHA-1 checksum has 20 bytes, not " + bytes.length);
        }
        this.bytes = bytes;
    }

    public static Checksum of(byte[] bytes) {
        return new Checksum(bytes.clone());
    }

    /**
     * From text: 28 characters are Base64, otherwise hexadecimal.
     *
     * @throws IllegalArgumentException when the text is neither
     */
    public static Checksum parse(String text) {
        return new Checksum(
                text.length() == BASE64_LENGTH
                        ? Base64.getDecoder().decode(text)
                        : HexFormat.of().parseHex(text));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Checksum checksum && Arrays.equals(bytes, checksum.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
