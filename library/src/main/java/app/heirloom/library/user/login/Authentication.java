package app.heirloom.library.user.login;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.Account;
import app.heirloom.library.user.ApiKey;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.Device;
import app.heirloom.library.user.Session;
import app.heirloom.library.user.SessionTimes;
import app.heirloom.library.user.User;
import app.heirloom.library.user.UserRepository;
import app.heirloom.library.user.secret.SecretToken;
import app.heirloom.library.user.secret.TokenHash;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/** Decides who a caller is: by password once, then by the token of a session, or by an API key. */
public final class Authentication {
    /** A session's last use is written about this often, not with every request. */
    private static final Duration TOUCH_INTERVAL = Duration.ofHours(1);

    private final Credentials credentials;
    private final Verification verification;
    private final Sessions sessions;
    private final Transactions transactions;
    private final InstantSource clock;

    /** Where users and what they log in with are kept. */
    public record Credentials(UserRepository users, SessionRepository sessions, ApiKeyRepository apiKeys) {}

    /** A fresh login: the token is told to the client once. */
    public record Login(User user, Session session, SecretToken token) {}

    public Authentication(
            Credentials credentials,
            Verification verification,
            Sessions sessions,
            Transactions transactions,
            InstantSource clock) {
        this.credentials = credentials;
        this.verification = verification;
        this.sessions = sessions;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Opens a session; fails as UNAUTHENTICATED alike for an unknown e-mail and a wrong password, and as
     * TOO_MANY_ATTEMPTS when either the account or the address has to wait.
     *
     * @param address where the attempt comes from
     */
    public Login login(String email, String password, Device device, String address) {
        User user = verification.login(Account.normalize(email), password, address);
        Sessions.Opened opened = sessions.open(user.id(), device);
        return new Login(user, opened.session(), opened.token());
    }

    public void logout(Session session) {
        sessions.end(session);
    }

    /**
     * Fails as UNAUTHENTICATED when no session has the token, or no more.
     *
     * @param device what the request tells of its device
     */
    public Caller callerOfToken(String token, Supplier<Device> device) {
        Instant now = clock.instant();
        TokenHash hash = TokenHash.of(token);
        Caller caller = transactions.read(() -> {
            Session session = credentials
                    .sessions()
                    .findByToken(hash)
                    .filter(found -> !found.times().isExpired(now))
                    .orElseThrow(Authentication::invalidToken);
            User user = credentials
                    .users()
                    .find(session.user())
                    .filter(User::isActive)
                    .orElseThrow(Authentication::invalidToken);
            return caller(user, session, now);
        });
        return touch(caller, now, device);
    }

    /** Fails as UNAUTHENTICATED when there is no such API key. */
    public Caller callerOfApiKey(String secret) {
        return transactions.read(() -> {
            ApiKey key =
                    credentials.apiKeys().findBySecret(TokenHash.of(secret)).orElseThrow(Authentication::invalidKey);
            User user =
                    credentials.users().find(key.user()).filter(User::isActive).orElseThrow(Authentication::invalidKey);
            return new Caller(user, new Caller.Credential.OfApiKey(key));
        });
    }

    private static Caller caller(User user, Session session, Instant now) {
        return new Caller(
                user, new Caller.Credential.OfSession(session, session.times().isElevated(now)));
    }

    /** Notes that the session is in use, when that is worth a write. */
    private Caller touch(Caller caller, Instant now, Supplier<Device> device) {
        SessionTimes times = caller.requireSession().times();
        boolean isUnusedForLong = times.updated().plus(TOUCH_INTERVAL).isBefore(now);
        if (!isUnusedForLong && !times.isElevationEnding(now, PinCodes.EXTENSION)) {
            return caller;
        }
        // What was read may have changed since: a session that was locked meanwhile stays locked.
        Optional<Session> touched = transactions.write(() -> {
            Optional<Session> session =
                    credentials.sessions().find(caller.requireSession().id()).map(found -> touched(found, now, device));
            session.ifPresent(credentials.sessions()::save);
            return session;
        });
        return caller(caller.user(), touched.orElseThrow(Authentication::invalidToken), now);
    }

    private static Session touched(Session session, Instant now, Supplier<Device> device) {
        SessionTimes times = session.times().withUpdated(now);
        if (times.isElevationEnding(now, PinCodes.EXTENSION)) {
            times = times.withElevatedUntil(now.plus(PinCodes.EXTENSION));
        }
        String appVersion = device.get().appVersion();
        Device known = session.device();
        return session.withTimes(times).withDevice(appVersion.isEmpty() ? known : known.withAppVersion(appVersion));
    }

    private static HeirloomException invalidToken() {
        return ErrorCode.UNAUTHENTICATED.exception("Invalid user token");
    }

    private static HeirloomException invalidKey() {
        return ErrorCode.UNAUTHENTICATED.exception("Invalid API key");
    }
}
