package app.heirloom.storage.sql;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.user.Account;
import app.heirloom.library.user.Quota;
import app.heirloom.library.user.User;
import app.heirloom.library.user.UserId;
import app.heirloom.library.user.UserRepository;
import app.heirloom.storage.database.Database;
import app.heirloom.storage.database.Row;
import java.util.List;
import java.util.Optional;

final class SqlUserRepository implements UserRepository {
    private static final String SELECT = """
            select id, email, name, is_admin, should_change_password,
                   quota_size_in_bytes, usage_in_bytes, created_at, updated_at
            from app_user
            """;

    private final Database database;

    SqlUserRepository(Database database) {
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
        return database.exists("select 1 from app_user where is_admin limit 1");
    }

    @Override
    public boolean add(User user, String passwordHash) {
        Account account = user.account();
        return database.update(
                        """
                        insert into app_user (id, email, name, is_admin, should_change_password, password_hash,
                          quota_size_in_bytes, created_at, updated_at, change_id)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (email) do nothing
                        """,
                        user.id().value(),
                        account.email(),
                        account.name(),
                        account.admin(),
                        account.shouldChangePassword(),
                        passwordHash,
                        user.quota().sizeInBytes(),
                        user.created(),
                        user.updated(),
                        database.nextChange())
                == 1;
    }

    @Override
    public void save(User user) {
        Account account = user.account();
        database.update(
                """
                update app_user set email = ?, name = ?, is_admin = ?, should_change_password = ?,
                  quota_size_in_bytes = ?, updated_at = ?, change_id = ?
                where id = ?
                """,
                account.email(),
                account.name(),
                account.admin(),
                account.shouldChangePassword(),
                user.quota().sizeInBytes(),
                user.updated(),
                database.nextChange(),
                user.id().value());
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

    private static User user(Row row) {
        return new User(
                new UserId(row.uuid()),
                new Account(row.text(), row.text(), row.flag(), row.flag()),
                new Quota(row.numberOrNull(), row.number()),
                row.instant(),
                row.instant());
    }
}
