package app.heirloom.library.user.login;

import app.heirloom.library.user.ApiKey;
import app.heirloom.library.user.ApiKeyId;
import app.heirloom.library.user.UserId;
import app.heirloom.library.user.secret.TokenHash;
import java.util.List;
import java.util.Optional;

/** API keys, found by the SHA-256 of their secret; the secret itself is never stored. */
public interface ApiKeyRepository {
    Optional<ApiKey> find(ApiKeyId id);

    Optional<ApiKey> findBySecret(TokenHash secret);

    List<ApiKey> list(UserId user);

    void add(ApiKey key, TokenHash secret);

    /** Writes name, permissions and when they changed. */
    void save(ApiKey key);

    /** From now on the key goes by another secret. */
    void saveSecret(ApiKeyId id, TokenHash secret);

    void remove(ApiKeyId id);
}
