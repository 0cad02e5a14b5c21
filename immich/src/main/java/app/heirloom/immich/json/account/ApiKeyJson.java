package app.heirloom.immich.json.account;

import app.heirloom.library.user.ApiKey;
import app.heirloom.library.user.Permission;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An API key without its secret. */
public record ApiKeyJson(UUID id, String name, Instant createdAt, Instant updatedAt, List<String> permissions) {

    public static ApiKeyJson of(ApiKey key) {
        return new ApiKeyJson(
                key.id().value(),
                key.name(),
                key.created(),
                key.updated(),
                key.permissions().stream().map(Permission::dottedName).sorted().toList());
    }
}
