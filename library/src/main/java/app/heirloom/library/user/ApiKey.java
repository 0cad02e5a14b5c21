package app.heirloom.library.user;

import java.time.Instant;
import java.util.Set;

/** A named secret that lets a program act for its user, within permissions. */
public record ApiKey(
        ApiKeyId id, UserId user, String name, Set<Permission> permissions, Instant created, Instant updated) {
    public ApiKey {
        permissions = Set.copyOf(permissions);
    }

    public boolean permits(Permission permission) {
        return permissions.contains(Permission.ALL) || permissions.contains(permission);
    }
}
