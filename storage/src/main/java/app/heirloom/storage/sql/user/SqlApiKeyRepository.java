package app.heirloom.storage.sql.user;

import app.heirloom.library.user.ApiKey;
import app.heirloom.library.user.ApiKeyId;
import app.heirloom.library.user.Permission;
import app.heirloom.library.user.UserId;
import app.heirloom.library.user.login.ApiKeyRepository;
import app.heirloom.library.user.secret.TokenHash;
import app.heirloom.storage.database.Database;
import app.heirloom.storage.database.Row;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

public final class SqlApiKeyRepository implements ApiKeyRepository {
    private static final String SELECT = "select id, user_id, name, permissions, created_at, updated_at from api_key ";

    private final Database database;

    public SqlApiKeyRepository(Database database) {
        this.database = database;
    }

    @Override
    public Optional<ApiKey> find(ApiKeyId id) {
        return database.find(SELECT + "where id = ?", SqlApiKeyRepository::apiKey, id.value());
    }

    @Override
    public Optional<ApiKey> findBySecret(TokenHash secret) {
        return database.find(SELECT + "where secret_hash = ?", SqlApiKeyRepository::apiKey, secret.hex());
    }

    @Override
    public List<ApiKey> list(UserId user) {
        return database.list(
                SELECT + "where user_id = ? order by created_at desc", SqlApiKeyRepository::apiKey, user.value());
    }

    @Override
    public void add(ApiKey key, TokenHash secret) {
        database.update(
                """
                insert into api_key (id, user_id, secret_hash, name, permissions, created_at, updated_at)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                key.id().value(),
                key.user().value(),
                secret.hex(),
                key.name(),
                join(key.permissions()),
                key.created(),
                key.updated());
    }

    @Override
    public void save(ApiKey key) {
        database.update(
                "update api_key set name = ?, permissions = ?, updated_at = ? where id = ?",
                key.name(),
                join(key.permissions()),
                key.updated(),
                key.id().value());
    }

    @Override
    public void saveSecret(ApiKeyId id, TokenHash secret) {
        database.update("update api_key set secret_hash = ? where id = ?", secret.hex(), id.value());
    }

    @Override
    public void remove(ApiKeyId id) {
        database.update("delete from api_key where id = ?", id.value());
    }

    private static ApiKey apiKey(Row row) {
        return new ApiKey(
                new ApiKeyId(row.uuid()),
                new UserId(row.uuid()),
                row.text(),
                split(row.text()),
                row.instant(),
                row.instant());
    }

    private static String join(Set<Permission> permissions) {
        return permissions.stream().map(Permission::dottedName).sorted().collect(Collectors.joining(" "));
    }

    /** Names that this version does not know permit nothing. */
    private static Set<Permission> split(String names) {
        return Arrays.stream(names.split(" ", -1))
                .map(Permission::find)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }
}
