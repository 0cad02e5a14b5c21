package app.heirloom.library.likeness;

import app.heirloom.library.embedding.Picture;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of a decoded picture, in hexadecimal: the same for files that differ only in what they say of themselves. */
public record PixelHash(String hex) {
    public static PixelHash of(Picture picture) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(ByteBuffer.allocate(2 * Integer.BYTES)
                    .putInt(picture.width())
                    .putInt(picture.height())
                    .flip());
            return new PixelHash(HexFormat.of().formatHex(digest.digest(picture.rgb())));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
