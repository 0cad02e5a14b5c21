package app.heirloom.server;

import app.heirloom.library.user.secret.PasswordHashing;
import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.BCrypt.Version;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategies;
import java.nio.charset.StandardCharsets;

/** Passwords as bcrypt; those beyond its 72 bytes are hashed before, not cut. */
final class BcryptPasswords implements PasswordHashing {
    /** About 60 ms: slow for who guesses, quick for who knows. */
    private static final int COST = 10;

    @Override
    public String hash(String password) {
        return BCrypt.with(LongPasswordStrategies.hashSha512(Version.VERSION_2A))
                .hashToString(COST, password.toCharArray());
    }

    @Override
    public boolean matches(String password, String hash) {
        return BCrypt.verifyer(Version.VERSION_2A, LongPasswordStrategies.hashSha512(Version.VERSION_2A))
                .verify(password.getBytes(StandardCharsets.UTF_8), hash.getBytes(StandardCharsets.UTF_8))
                .verified;
    }
}
