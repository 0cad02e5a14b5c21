package app.heirloom.library.sharing;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What makes a shared link unguessable: 400 random bits. Unlike other secrets it is kept as it is, since the link's
 * owner is shown it again.
 *
 * @param text Base64 for URLs, as clients are told it
 */
public record LinkSecret(String text) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LENGTH_IN_BYTES = 50;

    public static LinkSecret random() {
        byte[] bytes = new byte[LENGTH_IN_BYTES];
        RANDOM.nextBytes(bytes);
        return of(bytes);
    }

    public static LinkSecret of(byte[] bytes) {
        return new LinkSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** From 100 hexadecimal digits, or from Base64 for URLs; empty for any other text. */
    public static Optional<LinkSecret> parse(String text) {
        try {
            byte[] bytes = text.length() == 2 * LENGTH_IN_BYTES
                    ? HexFormat.of().parseHex(text)
                    : Base64.getUrlDecoder().decode(text);
            return bytes.length == LENGTH_IN_BYTES ? Optional.of(of(bytes)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public byte[] bytes() {
        return Base64.getUrlDecoder().decode(text);
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "LinkSecret[...]";
    }
}
