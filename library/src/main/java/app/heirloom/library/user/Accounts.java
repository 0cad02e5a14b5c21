package app.heirloom.library.user;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.transaction.Transactions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/** Signing up, passwords, and what a user says of himself. */
public final class Accounts {
    private final UserRepository users;
    private final PasswordHashing passwords;
    private final Transactions transactions;
    private final InstantSource clock;

    public Accounts(UserRepository users, PasswordHashing passwords, Transactions transactions, InstantSource clock) {
        this.users = users;
        this.passwords = passwords;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The form in which e-mails are stored and compared. */
    public static String normalize(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    /** Creates the first account, which administers the server; fails as INVALID when there is one already. */
    public User signUpAdmin(String email, String name, String password) {
        String hash = passwords.hash(password);
        Instant now = clock.instant();
        User admin =
                new User(UserId.random(), new Account(normalize(email), name, true, false), Quota.UNLIMITED, now, now);
        boolean added = transactions.write(() -> !users.hasAdmin() && users.add(admin, hash));
        if (!added) {
            throw ErrorCode.INVALID.exception("The server already has an admin");
        }
        return admin;
    }

    public User get(UserId id) {
        return transactions.read(() -> users.get(id));
    }

    public boolean hasAdmin() {
        return transactions.read(users::hasAdmin);
    }
}
