package app.heirloom.library.user;

import app.heirloom.library.error.ErrorCode;

/** Who asks, and by which credential. */
public record Caller(User user, Credential credential) {
    /** How the caller proved who it is. */
    public sealed interface Credential {
        /** A session may do whatever its user may. */
        record OfSession(Session session) implements Credential {}

        /** An API key may do what its permissions say. */
        record OfApiKey(ApiKey key) implements Credential {}
    }

    public UserId id() {
        return user.id();
    }

    /** Fails as FORBIDDEN unless the credential carries the permission. */
    public void require(Permission permission) {
        if (credential instanceof Credential.OfApiKey(ApiKey key) && !key.permits(permission)) {
            throw ErrorCode.FORBIDDEN.exception("Missing required permission: " + permission.dottedName());
        }
    }

    /** Fails as FORBIDDEN unless the user administers the server. */
    public void requireAdmin() {
        if (!user.isAdmin()) {
            throw ErrorCode.FORBIDDEN.exception("Only an administrator may do this");
        }
    }
}
