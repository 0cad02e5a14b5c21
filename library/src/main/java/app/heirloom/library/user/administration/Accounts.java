package app.heirloom.library.user.administration;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.Account;
import app.heirloom.library.user.Quota;
import app.heirloom.library.user.User;
import app.heirloom.library.user.UserId;
import app.heirloom.library.user.UserRepository;
import app.heirloom.library.user.login.Verification;
import app.heirloom.library.user.secret.PasswordHashing;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Makes and changes users, and keeps what always holds for them: an e-mail of one's own, and an admin. */
public final class Accounts {
    private final UserRepository users;
    private final PasswordHashing passwords;
    private final Verification verification;
    private final Transactions transactions;
    private final InstantSource clock;

    public Accounts(
            UserRepository users,
            PasswordHashing passwords,
            Verification verification,
            Transactions transactions,
            InstantSource clock) {
        this.users = users;
        this.passwords = passwords;
        this.verification = verification;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Creates the first account, which administers the server; fails as INVALID when there is one already. */
    public User signUpAdmin(String email, String name, String password) {
        String hash = passwords.hash(password);
        Instant now = clock.instant();
        User admin = new User(UserId.random(), new Account(email, name, true, false), Quota.UNLIMITED, now, now);
        boolean added = transactions.write(() -> !users.hasAdmin() && users.add(admin, hash));
        if (!added) {
            throw ErrorCode.INVALID.exception("The server already has an admin");
        }
        return admin;
    }

    public boolean hasAdmin() {
        return transactions.read(users::hasAdmin);
    }

    /** The active users, the oldest first. */
    public List<User> list() {
        return transactions.read(users::list).stream().filter(User::isActive).toList();
    }

    /** An active user; fails as NO_ACCESS when there is none. */
    public User get(UserId id) {
        return transactions
                .read(() -> users.find(id))
                .filter(User::isActive)
                .orElseThrow(() -> ErrorCode.NO_ACCESS.exception("Not found or no user.read access"));
    }

    /** Creates a user; fails as INVALID when e-mail or storage label are taken. */
    public User create(Account account, String password, UnaryOperator<User> details) {
        String hash = passwords.hash(password);
        Instant now = clock.instant();
        User user = details.apply(new User(UserId.random(), account, Quota.UNLIMITED, now, now));
        transactions.run(() -> {
            requireUnique(user);
            users.add(user, hash);
        });
        return user;
    }

    /**
     * Changes an active user; a new password takes effect together with the rest. Fails as INVALID when e-mail or
     * storage label are taken, or when nobody would be left to administer the server.
     */
    public User change(UserId id, UnaryOperator<User> change, Optional<String> newPassword) {
        Optional<String> hash = newPassword.map(passwords::hash);
        return transactions.write(() -> {
            User before = get(id);
            User changed = change.apply(before);
            User after = changed.withLifetime(before.lifetime().updatedAt(clock.instant()));
            requireUnique(after);
            users.save(after);
            hash.ifPresent(newHash -> users.savePasswordHash(id, newHash));
            requireAdminLeft(users);
            return after;
        });
    }

    /** Fails as INVALID when the old password is wrong. */
    public User changePassword(User user, String oldPassword, String newPassword) {
        verification.requirePassword(user, oldPassword);
        return change(
                user.id(),
                before -> before.withAccount(before.account().withShouldChangePassword(false)),
                Optional.of(newPassword));
    }

    /** To be asked at the end of a write that takes an admin away, which then rolls back. */
    static void requireAdminLeft(UserRepository users) {
        if (!users.hasAdmin()) {
            throw ErrorCode.INVALID.exception("The server needs an admin, and this is the last one");
        }
    }

    private void requireUnique(User user) {
        if (users.findByEmail(user.account().email())
                .filter(other -> !other.id().equals(user.id()))
                .isPresent()) {
            throw ErrorCode.INVALID.exception("The email address is taken by another account");
        }
        String label = user.storageLabel();
        if (label != null
                && users.list().stream()
                        .anyMatch(other ->
                                !other.id().equals(user.id()) && Objects.equals(other.storageLabel(), label))) {
            throw ErrorCode.INVALID.exception("The storage label is taken by another account");
        }
    }
}
