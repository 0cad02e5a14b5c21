package app.heirloom.library.user;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.transaction.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Decides who a caller is: by password once, then by the token of a session, or by an API key. */
public final class Authentication {
    /** A session's last use is written about this often, not with every request. */
    private static final Duration TOUCH_INTERVAL = Duration.ofHours(1);

    private final Credentials credentials;
    private final PasswordHashing passwords;
    private final Transactions transactions;
    private final InstantSource clock;

    /** Where users and what they log in with are kept. */
    public record Credentials(UserRepository users, SessionRepository sessions, ApiKeyRepository apiKeys) {}

    /** A fresh login: the token is told to the client once. */
    public record Login(User user, Session session, SecretToken token) {}

    public Authentication(
            Credentials credentials, PasswordHashing passwords, Transactions transactions, InstantSource clock) {
        this.credentials = credentials;
        this.passwords = passwords;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Opens a session; fails as UNAUTHENTICATED alike for an unknown e-mail and a wrong password. */
    public Login login(String email, String password, Device device) {
        Optional<User> found = transactions.read(() -> credentials.users().findByEmail(Accounts.normalize(email)));
        if (found.isEmpty()) {
            passwords.hash(password); // so that an unknown e-mail takes as long as a known one
            throw incorrect();
        }
        User user = found.get();
        String hash = transactions.read(() -> credentials.users().getPasswordHash(user.id()));
        if (!passwords.matches(password, hash)) {
            throw incorrect();
        }
        Instant now = clock.instant();
        Session session = new Session(SessionId.random(), user.id(), device, SessionTimes.startingAt(now), null, false);
        SecretToken token = SecretToken.random();
        transactions.run(() -> credentials.sessions().add(session, token.hash()));
        return new Login(user, session, token);
    }

    public void logout(Session session) {
        transactions.run(() -> credentials.sessions().remove(session.id()));
    }

    /** Fails as UNAUTHENTICATED when no session has the token. */
    public Caller callerOfToken(String token) {
        Caller caller = transactions.read(() -> {
            Session session = credentials
                    .sessions()
                    .findByToken(TokenHash.of(token))
                    .orElseThrow(() -> ErrorCode.UNAUTHENTICATED.exception("Invalid user token"));
            return new Caller(
                    credentials.users().get(session.user()),
                    new Caller.Credential.OfSession(session, session.times().isElevated(clock.instant())));
        });
        touch(caller);
        return caller;
    }

    /** Fails as UNAUTHENTICATED when there is no such API key. */
    public Caller callerOfApiKey(String secret) {
        return transactions.read(() -> {
            ApiKey key = credentials
                    .apiKeys()
                    .findBySecret(TokenHash.of(secret))
                    .orElseThrow(() -> ErrorCode.UNAUTHENTICATED.exception("Invalid API key"));
            return new Caller(credentials.users().get(key.user()), new Caller.Credential.OfApiKey(key));
        });
    }

    private static HeirloomException incorrect() {
        return ErrorCode.UNAUTHENTICATED.exception("Incorrect email or password");
    }

    private void touch(Caller caller) {
        if (!(caller.credential() instanceof Caller.Credential.OfSession(Session session, boolean elevated))) {
            return;
        }
        Instant now = clock.instant();
        if (session.times().updated().plus(TOUCH_INTERVAL).isBefore(now)) {
            Session used = session.withTimes(session.times().withUpdated(now));
            transactions.run(() -> credentials.sessions().save(used));
        }
    }
}
