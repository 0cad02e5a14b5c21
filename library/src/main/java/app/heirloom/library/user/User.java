package app.heirloom.library.user;

import java.time.Instant;

/** A person with a library. */
public record User(UserId id, Account account, Quota quota, Instant created, Instant updated) {
    public boolean isAdmin() {
        return account.admin();
    }

    public User withAccount(Account newAccount) {
        return new User(id, newAccount, quota, created, updated);
    }

    public User withQuota(Quota newQuota) {
        return new User(id, account, newQuota, created, updated);
    }
}
