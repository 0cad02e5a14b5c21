package app.heirloom.storage.sql.user;

import app.heirloom.library.user.Device;
import app.heirloom.library.user.Session;
import app.heirloom.library.user.SessionId;
import app.heirloom.library.user.SessionTimes;
import app.heirloom.library.user.UserId;
import app.heirloom.library.user.login.SessionRepository;
import app.heirloom.library.user.secret.TokenHash;
import app.heirloom.storage.database.Database;
import app.heirloom.storage.database.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

public final class SqlSessionRepository implements SessionRepository {
    private static final String SELECT = """
            select id, user_id, device_type, device_os, app_version, created_at, updated_at, expires_at,
              elevated_until, parent_id, is_reset_pending
            from session
            """;

    private final Database database;

    public SqlSessionRepository(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Session> find(SessionId id) {
        return database.find(SELECT + "where id = ?", SqlSessionRepository::session, id.value());
    }

    @Override
    public Optional<Session> findByToken(TokenHash token) {
        return database.find(SELECT + "where token_hash = ?", SqlSessionRepository::session, token.hex());
    }

    @Override
    public List<Session> list(UserId user) {
        return database.list(
                SELECT + "where user_id = ? order by updated_at desc", SqlSessionRepository::session, user.value());
    }

    @Override
    public void add(Session session, TokenHash token) {
        Device device = session.device();
        SessionId parent = session.parent();
        database.update(
                """
                insert into session (id, user_id, token_hash, device_type, device_os, app_version,
                  created_at, updated_at, expires_at, elevated_until, parent_id, is_reset_pending)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                session.id().value(),
                session.user().value(),
                token.hex(),
                device.type(),
                device.os(),
                device.appVersion(),
                session.times().created(),
                session.times().updated(),
                session.times().expires(),
                session.times().elevatedUntil(),
                parent == null ? null : parent.value(),
                session.resetPending());
    }

    @Override
    public void save(Session session) {
        Device device = session.device();
        database.update(
                """
                update session set device_type = ?, device_os = ?, app_version = ?, updated_at = ?, expires_at = ?,
                  elevated_until = ?, is_reset_pending = ?
                where id = ?
                """,
                device.type(),
                device.os(),
                device.appVersion(),
                session.times().updated(),
                session.times().expires(),
                session.times().elevatedUntil(),
                session.resetPending(),
                session.id().value());
    }

    @Override
    public List<SessionId> listStale(Instant now, Instant unusedSince) {
        return list("where expires_at <= ? or updated_at < ?", now, unusedSince);
    }

    @Override
    public List<SessionId> remove(SessionId id) {
        return remove(database.list("""
                with recursive family (id) as (
                  select id from session where id = ?
                  union select child.id from session child join family on child.parent_id = family.id)
                select id from family
                """, row -> new SessionId(row.uuid()), id.value()));
    }

    @Override
    public List<SessionId> removeAll(UserId user, Optional<SessionId> except) {
        return remove(list("where user_id = ?", user.value()).stream()
                .filter(id -> !except.equals(Optional.of(id)))
                .toList());
    }

    private List<SessionId> list(String condition, Object... arguments) {
        return database.list("select id from session " + condition, row -> new SessionId(row.uuid()), arguments);
    }

    private List<SessionId> remove(List<SessionId> ids) {
        Database.inPortions(
                ids,
                (portion, placeholders) -> database.update(
                        "delete from session where id in " + placeholders,
                        portion.stream().map(SessionId::value).toArray()));
        return ids;
    }

    private static Session session(Row row) {
        return new Session(
                new SessionId(row.uuid()),
                new UserId(row.uuid()),
                new Device(row.text(), row.text(), row.text()),
                new SessionTimes(row.instant(), row.instant(), row.instantOrNull(), row.instantOrNull()),
                parent(row),
                row.flag());
    }

    private static @Nullable SessionId parent(Row row) {
        UUID id = row.uuidOrNull();
        return id == null ? null : new SessionId(id);
    }
}
