package app.heirloom.library.user;

import java.util.List;
import java.util.Optional;

/** Sessions, found by the SHA-256 of their token; the token itself is never stored. */
public interface SessionRepository {
    Optional<Session> findByToken(TokenHash token);

    List<Session> list(UserId user);

    void add(Session session, TokenHash token);

    /** Writes device, times and whether a reset is pending. */
    void save(Session session);

    void remove(SessionId id);
}
