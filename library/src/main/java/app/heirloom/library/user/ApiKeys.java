package app.heirloom.library.user;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.transaction.Transactions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/** Issues and revokes API keys. */
public final class ApiKeys {
    private final ApiKeyRepository keys;
    private final Transactions transactions;
    private final InstantSource clock;

    /** A new key; the secret is told once. */
    public record Issued(ApiKey key, SecretToken secret) {}

    public ApiKeys(ApiKeyRepository keys, Transactions transactions, InstantSource clock) {
        this.keys = keys;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Fails as INVALID when nothing is permitted, or more than the key that asks has itself. */
    public Issued issue(Caller caller, String name, Set<Permission> permissions) {
        if (permissions.isEmpty()) {
            throw ErrorCode.INVALID.exception("An API key needs at least one permission");
        }
        if (caller.credential() instanceof Caller.Credential.OfApiKey(ApiKey own)
                && !permissions.stream().allMatch(own::permits)) {
            throw ErrorCode.INVALID.exception("Cannot grant permissions you do not have");
        }
        Instant now = clock.instant();
        ApiKey key = new ApiKey(ApiKeyId.random(), caller.id(), name, permissions, now, now);
        SecretToken secret = SecretToken.random();
        transactions.run(() -> keys.add(key, secret.hash()));
        return new Issued(key, secret);
    }

    public List<ApiKey> list(Caller caller) {
        return transactions.read(() -> keys.list(caller.id()));
    }

    /** Fails as NO_ACCESS when the caller has no such key. */
    public ApiKey get(Caller caller, ApiKeyId id) {
        return transactions.read(() -> find(caller, id, Permission.API_KEY_READ));
    }

    /** Fails as NO_ACCESS when the caller has no such key. */
    public void revoke(Caller caller, ApiKeyId id) {
        transactions.run(
                () -> keys.remove(find(caller, id, Permission.API_KEY_DELETE).id()));
    }

    private ApiKey find(Caller caller, ApiKeyId id, Permission permission) {
        return keys.find(id)
                .filter(key -> key.user().equals(caller.id()))
                .orElseThrow(
                        () -> ErrorCode.NO_ACCESS.exception("Not found or no " + permission.dottedName() + " access"));
    }
}
