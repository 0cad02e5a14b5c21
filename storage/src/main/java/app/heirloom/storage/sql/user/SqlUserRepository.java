package app.heirloom.storage.sql.user;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.user.Account;
import app.heirloom.library.user.AvatarColor;
import app.heirloom.library.user.Lifetime;
import app.heirloom.library.user.Profile;
import app.heirloom.library.user.Quota;
import app.heirloom.library.user.User;
import app.heirloom.library.user.UserId;
import app.heirloom.library.user.UserRepository;
import app.heirloom.storage.database.Database;
import app.heirloom.storage.database.Row;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

public final class SqlUserRepository implements UserRepository {
    private static final String SELECT = """
            select id, email, name, is_admin, should_change_password, avatar_color, profile_image_key,
                   coalesce(profile_changed_at, created_at), quota_size_in_bytes, usage_in_bytes, storage_label,
                   created_at, updated_at, deleted_at, is_being_removed
            from app_user
            """;

    private final Database database;

    public SqlUserRepository(Database database) {
        this.database = database;
    }

    @Override
    public Optional<User> find(UserId id) {
        return database.find(SELECT + "where id = ?", SqlUserRepository::user, id.value());
    }

    @Override
    public Optional<User> findByEmail(String email) {
        return database.find(SELECT + "where email = ?", SqlUserRepository::user, email);
    }

    @Override
    public List<User> list() {
        return database.list(SELECT + "order by created_at", SqlUserRepository::user);
    }

    @Override
    public boolean hasAdmin() {
        return database.exists("select 1 from app_user where is_admin and deleted_at is null");
    }

    @Override
    public boolean add(User user, String passwordHash) {
        if (findByEmail(user.account().email()).isPresent()) {
            return false;
        }
        database.update(
                """
                insert into app_user (id, email, name, is_admin, should_change_password, password_hash, created_at,
                  updated_at, change_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                user.id().value(),
                user.account().email(),
                user.account().name(),
                user.account().admin(),
                user.account().shouldChangePassword(),
                passwordHash,
                user.created(),
                user.updated(),
                database.nextChange());
        save(user);
        return true;
    }

    @Override
    public void save(User user) {
        Account account = user.account();
        Profile profile = user.profile();
        AvatarColor color = profile.color();
        database.update(
                """
                update app_user set email = ?, name = ?, is_admin = ?, should_change_password = ?, avatar_color = ?,
                  profile_image_key = ?, profile_changed_at = ?, quota_size_in_bytes = ?, storage_label = ?,
                  updated_at = ?, deleted_at = ?, is_being_removed = ?, change_id = ?
                where id = ?
                """,
                account.email(),
                account.name(),
                account.admin(),
                account.shouldChangePassword(),
                color == null ? null : color.lowerCase(),
                profile.imageKey(),
                profile.changed(),
                user.quota().sizeInBytes(),
                user.storageLabel(),
                user.updated(),
                user.lifetime().deleted(),
                user.lifetime().isBeingRemoved(),
                database.nextChange(),
                user.id().value());
    }

    @Override
    public boolean isImage(String key) {
        return database.exists("select 1 from app_user where profile_image_key = ?", key);
    }

    @Override
    public String getPasswordHash(UserId id) {
        return database.find("select password_hash from app_user where id = ?", Row::text, id.value())
                .orElseThrow(() -> ErrorCode.NO_ACCESS.exception("Not found or no user.read access"));
    }

    @Override
    public void savePasswordHash(UserId id, String passwordHash) {
        database.update(
                "update app_user set password_hash = ?, change_id = ? where id = ?",
                passwordHash,
                database.nextChange(),
                id.value());
    }

    @Override
    public Optional<String> findPinHash(UserId id) {
        return database
                .list(
                        "select pin_hash from app_user where id = ?",
                        row -> Optional.ofNullable(row.textOrNull()),
                        id.value())
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    @Override
    public void savePinHash(UserId id, Optional<String> pinHash) {
        database.update(
                "update app_user set pin_hash = ?, change_id = ? where id = ?",
                pinHash.orElse(null),
                database.nextChange(),
                id.value());
    }

    private static User user(Row row) {
        return new User(
                new UserId(row.uuid()),
                new Account(row.text(), row.text(), row.flag(), row.flag()),
                new Profile(color(row), row.textOrNull(), row.instant()),
                new Quota(row.numberOrNull(), row.number()),
                row.textOrNull(),
                new Lifetime(row.instant(), row.instant(), row.instantOrNull(), row.flag()));
    }

    private static @Nullable AvatarColor color(Row row) {
        String color = row.textOrNull();
        return color == null ? null : AvatarColor.find(color).orElse(null);
    }
}
