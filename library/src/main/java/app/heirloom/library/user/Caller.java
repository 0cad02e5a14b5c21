package app.heirloom.library.user;

import app.heirloom.library.error.ErrorCode;
import java.util.Optional;

/** Who asks, and by which credential. By a shared link it is the link's owner, with little power. */
public record Caller(User user, Credential credential) {
    /** How the caller proved who it is. */
    public sealed interface Credential {
        /**
         * A session may do whatever its user may.
         *
         * @param elevated whether the PIN code was entered, which locked assets need
         */
        record OfSession(Session session, boolean elevated) implements Credential {}

        /** An API key may do what its permissions say. */
        record OfApiKey(ApiKey key) implements Credential {}

        /** A shared link may do what it says with what it shares; which operations take one, they say. */
        record OfSharedLink(LinkPass pass) implements Credential {}
    }

    public UserId id() {
        return user.id();
    }

    /** The session that asks, if it is one. */
    public Optional<Session> session() {
        return credential instanceof Credential.OfSession(Session session, boolean elevated)
                ? Optional.of(session)
                : Optional.empty();
    }

    /** The session that asks; fails as INVALID for any other credential. */
    public Session requireSession() {
        return session().orElseThrow(() -> ErrorCode.INVALID.exception("This needs a session: log in with a password"));
    }

    /** Whether the user itself asks, rather than a holder of one of its links. */
    public boolean isUser() {
        return !(credential instanceof Credential.OfSharedLink);
    }

    /** Whether more than pictures may be seen. */
    public boolean seesMetadata() {
        return !(credential instanceof Credential.OfSharedLink(LinkPass pass)) || pass.metadata();
    }

    /** Whether locked assets may be seen. */
    public boolean isElevated() {
        return credential instanceof Credential.OfSession(var session, boolean elevated) && elevated;
    }

    /** Fails as FORBIDDEN unless the credential carries the permission. */
    public void require(Permission permission) {
        if (credential instanceof Credential.OfApiKey(ApiKey key) && !key.permits(permission)) {
            throw ErrorCode.FORBIDDEN.exception("Missing required permission: " + permission.dottedName());
        }
    }

    /** Fails as FORBIDDEN unless the user administers the server. */
    public void requireAdmin() {
        if (!isUser() || !user.isAdmin()) {
            throw ErrorCode.FORBIDDEN.exception("Only an administrator may do this");
        }
    }

    /** Fails as UNAUTHENTICATED unless locked assets may be seen. */
    public void requireElevated() {
        if (!isElevated()) {
            throw ErrorCode.UNAUTHENTICATED.exception("Elevated permission is required");
        }
    }
}
