package app.heirloom.library.user.administration;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.job.JobQueues;
import app.heirloom.library.job.JobType;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.Lifetime;
import app.heirloom.library.user.User;
import app.heirloom.library.user.UserId;
import app.heirloom.library.user.UserRepository;
import app.heirloom.library.user.login.Sessions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** The way out for users: deleted, restored for a while, then removed for good with all that is theirs. */
public final class UserAdministration {
    /** How long a deleted user can be restored. */
    public static final Duration RETENTION = Duration.ofDays(7);

    private final UserRepository users;
    private final Sessions sessions;
    private final JobQueues queues;
    private final Transactions transactions;
    private final InstantSource clock;

    public UserAdministration(
            UserRepository users, Sessions sessions, JobQueues queues, Transactions transactions, InstantSource clock) {
        this.users = users;
        this.sessions = sessions;
        this.queues = queues;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The users, deleted ones included, the oldest first. */
    public List<User> list() {
        return transactions.read(users::list);
    }

    /** The user, deleted or not; fails as NO_ACCESS when there is none. */
    public User get(UserId id) {
        return transactions.read(() -> users.get(id));
    }

    /**
     * Deletes the user, whose sessions end at once; fails as INVALID for the last admin.
     *
     * @param atOnce whether to remove it for good without waiting
     */
    public User delete(UserId id, boolean atOnce) {
        return transactions.write(() -> {
            User user = users.get(id);
            if (user.isActive()) {
                user = user.withLifetime(user.lifetime().deletedAt(clock.instant()));
                users.save(user);
                sessions.endAll(id);
                Accounts.requireAdminLeft(users);
            }
            return atOnce ? remove(user) : user;
        });
    }

    /** Fails as INVALID once the user's things are being removed. */
    public User restore(UserId id) {
        return transactions.write(() -> {
            User user = users.get(id);
            if (user.lifetime().isBeingRemoved()) {
                throw ErrorCode.INVALID.exception("The account is being removed and cannot be restored");
            }
            User restored = user.withLifetime(user.lifetime().restored());
            users.save(restored);
            return restored;
        });
    }

    /** Starts to remove whom nobody restored in time, and goes on with whose removal failed. */
    public void removeExpired() {
        Instant limit = clock.instant().minus(RETENTION);
        transactions.run(() -> users.list().stream()
                .filter(user -> user.lifetime().isBeingRemoved() || isDeletedBefore(limit, user.lifetime()))
                .forEach(this::remove));
    }

    private User remove(User user) {
        User leaving = user.withLifetime(user.lifetime().beingRemoved());
        users.save(leaving);
        queues.add(JobType.USER_REMOVAL, user.id().value());
        return leaving;
    }

    private static boolean isDeletedBefore(Instant limit, Lifetime lifetime) {
        Instant deleted = lifetime.deleted();
        return deleted != null && deleted.isBefore(limit);
    }
}
