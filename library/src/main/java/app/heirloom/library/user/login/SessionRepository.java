package app.heirloom.library.user.login;

import app.heirloom.library.user.Session;
import app.heirloom.library.user.SessionId;
import app.heirloom.library.user.UserId;
import app.heirloom.library.user.secret.TokenHash;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Sessions, found by the SHA-256 of their token; the token itself is never stored. */
public interface SessionRepository {
    Optional<Session> find(SessionId id);

    Optional<Session> findByToken(TokenHash token);

    /** The one used last is first. */
    List<Session> list(UserId user);

    /** Those that have expired, and those not used since. */
    List<SessionId> listStale(Instant now, Instant unusedSince);

    void add(Session session, TokenHash token);

    /** Writes device, times and whether a reset is pending. */
    void save(Session session);

    /** Removes the session with those that it made for other devices, and those that they made; returns them all. */
    List<SessionId> remove(SessionId id);

    /** Removes all sessions of the user but one, and returns them. */
    List<SessionId> removeAll(UserId user, Optional<SessionId> except);
}
