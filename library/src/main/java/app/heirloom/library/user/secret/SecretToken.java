package app.heirloom.library.user.secret;

import java.security.SecureRandom;
import java.util.HexFormat;

/** An unguessable text of 256 random bits, told once and stored only as its {@link TokenHash}. */
public record SecretToken(String text) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LENGTH_IN_BYTES = 32;

    public static SecretToken random() {
        byte[] bytes = new byte[LENGTH_IN_BYTES];
        RANDOM.nextBytes(bytes);
        return new SecretToken(HexFormat.of().formatHex(bytes)); // no dash: keys are typed as arguments
    }

    public TokenHash hash() {
        return TokenHash.of(text);
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "SecretToken[...]";
    }
}
