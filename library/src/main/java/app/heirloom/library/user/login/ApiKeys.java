package app.heirloom.library.user.login;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.ApiKey;
import app.heirloom.library.user.ApiKeyId;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.Permission;
import app.heirloom.library.user.secret.SecretToken;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Issues, changes and revokes API keys. No key makes or reaches another that may do more than itself. */
public final class ApiKeys {
    private final ApiKeyRepository keys;
    private final Transactions transactions;
    private final InstantSource clock;

    /** A key with a new secret, which is told once. */
    public record Issued(ApiKey key, SecretToken secret) {}

    public ApiKeys(ApiKeyRepository keys, Transactions transactions, InstantSource clock) {
        this.keys = keys;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Fails as INVALID when nothing is permitted, or more than the key that asks has itself. */
    public Issued issue(Caller caller, String name, Set<Permission> permissions) {
        requireGrantable(caller, permissions);
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

    /** What is empty stays as it is. Fails as NO_ACCESS when the caller has no such key, as INVALID like issuing. */
    public ApiKey change(Caller caller, ApiKeyId id, Optional<String> name, Optional<Set<Permission>> permissions) {
        permissions.ifPresent(wanted -> requireGrantable(caller, wanted));
        return transactions.write(() -> {
            ApiKey before = find(caller, id, Permission.API_KEY_UPDATE);
            ApiKey after = before.withName(name.orElse(before.name()))
                    .withPermissions(permissions.orElse(before.permissions()))
                    .updatedAt(clock.instant());
            keys.save(after);
            return after;
        });
    }

    /**
     * Gives the key another secret; the old one is void. Fails as NO_ACCESS when the caller has no such key, as INVALID
     * when that permits more than the key that asks.
     */
    public Issued rotate(Caller caller, ApiKeyId id) {
        SecretToken secret = SecretToken.random();
        return transactions.write(() -> {
            ApiKey key = find(caller, id, Permission.API_KEY_ROTATE);
            requireGrantable(caller, key.permissions());
            ApiKey rotated = key.updatedAt(clock.instant());
            keys.save(rotated);
            keys.saveSecret(id, secret.hash());
            return new Issued(rotated, secret);
        });
    }

    /** Fails as NO_ACCESS when the caller has no such key. */
    public void revoke(Caller caller, ApiKeyId id) {
        transactions.run(
                () -> keys.remove(find(caller, id, Permission.API_KEY_DELETE).id()));
    }

    private static void requireGrantable(Caller caller, Set<Permission> permissions) {
        if (permissions.isEmpty()) {
            throw ErrorCode.INVALID.exception("An API key needs at least one permission");
        }
        if (caller.credential() instanceof Caller.Credential.OfApiKey(ApiKey own) && !own.permitsAll(permissions)) {
            throw ErrorCode.INVALID.exception("Cannot grant permissions you do not have");
        }
    }

    private ApiKey find(Caller caller, ApiKeyId id, Permission permission) {
        return keys.find(id)
                .filter(key -> key.user().equals(caller.id()))
                .orElseThrow(
                        () -> ErrorCode.NO_ACCESS.exception("Not found or no " + permission.dottedName() + " access"));
    }
}
