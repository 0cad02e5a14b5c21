package app.heirloom.library.user.login;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.event.Events;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.Device;
import app.heirloom.library.user.Permission;
import app.heirloom.library.user.Session;
import app.heirloom.library.user.SessionId;
import app.heirloom.library.user.SessionTimes;
import app.heirloom.library.user.UserId;
import app.heirloom.library.user.secret.SecretToken;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Opens sessions and ends them. A session ends with the one that made it. */
public final class Sessions {
    /** A session that nobody uses for so long is forgotten. */
    public static final Duration LONGEST_PAUSE = Duration.ofDays(90);

    private final SessionRepository sessions;
    private final Transactions transactions;
    private final Events events;
    private final InstantSource clock;

    /** A new session; the token is told once. */
    public record Opened(Session session, SecretToken token) {}

    public Sessions(SessionRepository sessions, Transactions transactions, Events events, InstantSource clock) {
        this.sessions = sessions;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** For a user who has just proved who it is. */
    Opened open(UserId user, Device device) {
        return add(
                new Session(SessionId.random(), user, device, SessionTimes.startingAt(clock.instant()), null, false));
    }

    /**
     * For another device of the caller, until the duration is over, and not longer than the caller's own session. Fails
     * as INVALID when the caller has none.
     */
    public Opened openFor(Caller caller, Device device, Optional<Duration> duration) {
        Session own = caller.requireSession();
        Instant now = clock.instant();
        SessionTimes times = SessionTimes.startingAt(now)
                .withExpires(duration.map(now::plus)
                        .filter(end -> !own.times().isExpired(end))
                        .orElse(own.times().expires()));
        return add(new Session(SessionId.random(), caller.id(), device, times, own.id(), false));
    }

    /** The sessions that are not over, the one used last first. */
    public List<Session> list(UserId user) {
        Instant now = clock.instant();
        return transactions.read(() -> sessions.list(user)).stream()
                .filter(session -> !session.times().isExpired(now))
                .toList();
    }

    /** Fails as NO_ACCESS when the caller has no such session. */
    public void end(Caller caller, SessionId id) {
        transactions.run(() -> announce(
                sessions.remove(find(caller, id, Permission.AUTH_DEVICE_DELETE).id())));
    }

    /** Ends all of the caller's sessions but the one that asks. */
    public void endOthers(Caller caller) {
        transactions.run(
                () -> announce(sessions.removeAll(caller.id(), caller.session().map(Session::id))));
    }

    /** Ends all sessions of a user. */
    public void endAll(UserId user) {
        transactions.run(() -> announce(sessions.removeAll(user, Optional.empty())));
    }

    void end(Session session) {
        transactions.run(() -> announce(sessions.remove(session.id())));
    }

    /** Fails as NO_ACCESS when the caller has no such session. */
    public Session setResetPending(Caller caller, SessionId id, boolean pending) {
        return change(caller, id, Permission.SESSION_UPDATE, session -> session.withResetPending(pending));
    }

    /** Its client has to ask for the PIN code again. Fails as NO_ACCESS when the caller has no such session. */
    public void lock(Caller caller, SessionId id) {
        change(
                caller,
                id,
                Permission.SESSION_LOCK,
                session -> session.withTimes(session.times().withElevatedUntil(null)));
    }

    /** Forgets the sessions that have expired, and those that nobody has used for long. */
    public void endStale() {
        Instant now = clock.instant();
        transactions.run(
                () -> sessions.listStale(now, now.minus(LONGEST_PAUSE)).forEach(id -> announce(sessions.remove(id))));
    }

    private Opened add(Session session) {
        SecretToken token = SecretToken.random();
        transactions.run(() -> sessions.add(session, token.hash()));
        return new Opened(session, token);
    }

    private void announce(List<SessionId> ended) {
        transactions.afterCommit(() -> ended.forEach(session -> events.publish(new SessionEnded(session))));
    }

    private Session change(Caller caller, SessionId id, Permission permission, UnaryOperator<Session> change) {
        return transactions.write(() -> {
            Session changed = change.apply(find(caller, id, permission));
            sessions.save(changed);
            return changed;
        });
    }

    private Session find(Caller caller, SessionId id, Permission permission) {
        return sessions.find(id)
                .filter(session -> session.user().equals(caller.id()))
                .orElseThrow(
                        () -> ErrorCode.NO_ACCESS.exception("Not found or no " + permission.dottedName() + " access"));
    }
}
