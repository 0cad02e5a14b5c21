package app.heirloom.library.user;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person with a library.
 *
 * @param storageLabel a name for the folders of the user's originals, unique; null means the id
 */
public record User(
        UserId id,
        Account account,
        Profile profile,
        Quota quota,
        @Nullable String storageLabel,
        Lifetime lifetime) {

    /** A user without a profile so far. */
    public User(UserId id, Account account, Quota quota, Instant created, Instant updated) {
        this(
                id,
                account,
                new Profile(null, null, created),
                quota,
                null,
                Lifetime.startingAt(created).updatedAt(updated));
    }

    public boolean isAdmin() {
        return account.admin();
    }

    public boolean isActive() {
        return lifetime.isActive();
    }

    /** The chosen colour, or else one that goes with the e-mail. */
    public AvatarColor color() {
        AvatarColor chosen = profile.color();
        return chosen == null ? AvatarColor.of(account.email()) : chosen;
    }

    public Instant created() {
        return lifetime.created();
    }

    public Instant updated() {
        return lifetime.updated();
    }

    public User withAccount(Account newAccount) {
        return new User(id, newAccount, profile, quota, storageLabel, lifetime);
    }

    public User withProfile(Profile newProfile) {
        return new User(id, account, newProfile, quota, storageLabel, lifetime);
    }

    public User withQuota(Quota newQuota) {
        return new User(id, account, profile, newQuota, storageLabel, lifetime);
    }

    public User withStorageLabel(@Nullable String newStorageLabel) {
        return new User(id, account, profile, quota, newStorageLabel, lifetime);
    }

    public User withLifetime(Lifetime newLifetime) {
        return new User(id, account, profile, quota, storageLabel, newLifetime);
    }
}
