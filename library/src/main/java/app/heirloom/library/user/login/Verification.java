package app.heirloom.library.user.login;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.User;
import app.heirloom.library.user.UserId;
import app.heirloom.library.user.UserRepository;
import app.heirloom.library.user.secret.AttemptThrottle;
import app.heirloom.library.user.secret.PasswordHashing;
import app.heirloom.library.user.secret.TokenHash;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Checks passwords and PIN codes, and makes who guesses them wait: per account, and for logins per address as well. */
public final class Verification {
    private final UserRepository users;
    private final PasswordHashing hashing;
    private final Transactions transactions;
    private final AttemptThrottle accounts;
    private final AttemptThrottle addresses;
    private final AttemptThrottle pins;

    public Verification(UserRepository users, PasswordHashing hashing, Transactions transactions, InstantSource clock) {
        this.users = users;
        this.hashing = hashing;
        this.transactions = transactions;
        // A minute at most, since a stranger who keeps guessing keeps the user out as well.
        this.accounts = new AttemptThrottle(10, Duration.ofMinutes(1), clock);
        this.addresses = new AttemptThrottle(30, Duration.ofMinutes(1), clock);
        // Only who has logged in can try these, and there are but a million.
        this.pins = new AttemptThrottle(5, Duration.ofMinutes(15), clock);
    }

    /** Fails as UNAUTHENTICATED alike for an unknown e-mail, a deleted user and a wrong password. */
    User login(String email, String password, String address) {
        addresses.begin(address);
        String subject = subject(email);
        accounts.begin(subject);
        Optional<User> found = transactions.read(() -> users.findByEmail(email)).filter(User::isActive);
        if (found.isEmpty()) {
            hashing.hash(password); // so that an unknown e-mail takes as long as a known one
            throw incorrect();
        }
        if (!isPassword(found.get().id(), password)) {
            throw incorrect();
        }
        accounts.forget(subject);
        addresses.forgive(address);
        return found.get();
    }

    /** Fails as INVALID when the proof is wrong, or is by a PIN code and there is none. */
    void require(User user, Proof proof) {
        switch (proof) {
            case Proof.OfPassword(String password) -> requirePassword(user, password);
            case Proof.OfPin(String pin) -> requirePin(user, pin);
        }
    }

    /** Fails as INVALID when it is not the user's password. */
    public void requirePassword(User user, String password) {
        String subject = subject(user.account().email());
        accounts.begin(subject);
        if (!isPassword(user.id(), password)) {
            throw ErrorCode.INVALID.exception("Wrong password");
        }
        accounts.forget(subject);
    }

    private void requirePin(User user, String pin) {
        String hash = transactions
                .read(() -> users.findPinHash(user.id()))
                .orElseThrow(() -> ErrorCode.INVALID.exception("There is no PIN code yet"));
        String subject = user.id().toString();
        pins.begin(subject);
        if (!hashing.matches(pin, hash)) {
            throw ErrorCode.INVALID.exception("Wrong PIN code");
        }
        pins.forget(subject);
    }

    private boolean isPassword(UserId id, String password) {
        return hashing.matches(password, transactions.read(() -> users.getPasswordHash(id)));
    }

    /** Short, however long the e-mail that a stranger makes up. */
    private static String subject(String email) {
        return TokenHash.of(email).hex();
    }

    private static HeirloomException incorrect() {
        return ErrorCode.UNAUTHENTICATED.exception("Incorrect email or password");
    }
}
