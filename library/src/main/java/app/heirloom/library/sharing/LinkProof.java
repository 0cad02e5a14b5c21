package app.heirloom.library.sharing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells that somebody gave a link's password a short while ago. Nothing of it is stored: it names its end and is signed
 * with the password, so that a new password ends it.
 */
public final class LinkProof {
    public static final Duration LIFETIME = Duration.ofDays(1);

    private static final String ALGORITHM = "HmacSHA256";

    private LinkProof() {}

    /** As in {@code 1700000000.Zm9v}: the seconds since 1970 when it ends, and the signature. */
    static String issue(SharedLink link, String password, Instant now) {
        long end = now.plus(LIFETIME).getEpochSecond();
        return end + "." + sign(link, password, end);
    }

    static boolean holds(String proof, SharedLink link, String password, Instant now) {
        String[] parts = proof.split("\\.", 2);
        if (parts.length < 2 || !parts[0].matches("\\d{1,15}")) {
            return false;
        }
        long end = Long.parseLong(parts[0]);
        return end > now.getEpochSecond() && isEqual(parts[1], sign(link, password, end));
    }

    /** Takes as long for a nearly right text as for a wrong one. */
    static boolean isEqual(String given, String expected) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }

    private static String sign(SharedLink link, String password, long end) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(password.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update(link.secret().bytes());
            byte[] signature = mac.doFinal(Long.toString(end).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
