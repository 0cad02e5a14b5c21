package app.heirloom.library.user;

import java.time.Instant;
import java.util.Collection;
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

    public boolean permitsAll(Collection<Permission> wanted) {
        return wanted.stream().allMatch(this::permits);
    }

    public ApiKey withName(String newName) {
        return new ApiKey(id, user, newName, permissions, created, updated);
    }

    public ApiKey withPermissions(Set<Permission> newPermissions) {
        return new ApiKey(id, user, name, newPermissions, created, updated);
    }

    public ApiKey updatedAt(Instant now) {
        return new ApiKey(id, user, name, permissions, created, now);
    }
}
