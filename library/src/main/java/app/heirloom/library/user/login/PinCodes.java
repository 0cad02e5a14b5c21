package app.heirloom.library.user.login;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.Session;
import app.heirloom.library.user.SessionId;
import app.heirloom.library.user.User;
import app.heirloom.library.user.UserId;
import app.heirloom.library.user.secret.PasswordHashing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The PIN codes that open the locked folder: a session in which one was entered is elevated for a while. */
public final class PinCodes {
    /** How long an elevation lasts at first. */
    private static final Duration ELEVATION = Duration.ofMinutes(15);
    /** How long it lasts from each request on that comes near its end. */
    static final Duration EXTENSION = Duration.ofMinutes(5);

    private final Authentication.Credentials credentials;
    private final PasswordHashing hashing;
    private final Verification verification;
    private final Transactions transactions;
    private final InstantSource clock;

    public PinCodes(
            Authentication.Credentials credentials,
            PasswordHashing hashing,
            Verification verification,
            Transactions transactions,
            InstantSource clock) {
        this.credentials = credentials;
        this.hashing = hashing;
        this.verification = verification;
        this.transactions = transactions;
        this.clock = clock;
    }

    public boolean isSet(UserId user) {
        return transactions.read(() -> credentials.users().findPinHash(user)).isPresent();
    }

    /** The user's first; fails as INVALID when there is one. */
    public void setUp(UserId user, String pin) {
        String hash = hashing.hash(pin);
        transactions.run(() -> {
            if (credentials.users().findPinHash(user).isPresent()) {
                throw ErrorCode.INVALID.exception("There is a PIN code already");
            }
            credentials.users().savePinHash(user, Optional.of(hash));
        });
    }

    /** Another one; fails as INVALID when the proof is wrong or there is none yet. */
    public void change(User user, Proof proof, String newPin) {
        requireSet(user);
        verification.require(user, proof);
        replace(user.id(), Optional.of(newPin));
    }

    /** None any more; fails as INVALID when the proof is wrong or there is none. */
    public void reset(User user, Proof proof) {
        requireSet(user);
        verification.require(user, proof);
        replace(user.id(), Optional.empty());
    }

    /** Replaces the PIN code without asking for the old one, and locks all of the user's sessions. */
    public void replace(UserId user, Optional<String> pin) {
        Optional<String> hash = pin.map(hashing::hash);
        transactions.run(() -> {
            credentials.users().savePinHash(user, hash);
            for (Session session : credentials.sessions().list(user)) {
                elevate(session, null);
            }
        });
    }

    /** Elevates the caller's session; fails as INVALID when the proof is wrong, or without a session. */
    public void unlock(Caller caller, Proof proof) {
        SessionId id = caller.requireSession().id();
        verification.require(caller.user(), proof);
        elevate(id, clock.instant().plus(ELEVATION));
    }

    /** Fails as INVALID without a session. */
    public void lock(Caller caller) {
        elevate(caller.requireSession().id(), null);
    }

    private void elevate(SessionId id, @Nullable Instant until) {
        transactions.run(() -> credentials.sessions().find(id).ifPresent(session -> elevate(session, until)));
    }

    private void elevate(Session session, @Nullable Instant until) {
        credentials.sessions().save(session.withTimes(session.times().withElevatedUntil(until)));
    }

    private void requireSet(User user) {
        if (!isSet(user.id())) {
            throw ErrorCode.INVALID.exception("There is no PIN code yet");
        }
    }
}
