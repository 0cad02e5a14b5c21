package app.heirloom.storage.sql.sync;

import app.heirloom.library.sync.CheckpointRepository;
import app.heirloom.library.sync.Position;
import app.heirloom.library.sync.entity.SyncEntity;
import app.heirloom.library.user.SessionId;
import app.heirloom.storage.database.Database;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

public final class SqlCheckpointRepository implements CheckpointRepository {
    private final Database database;

    public SqlCheckpointRepository(Database database) {
        this.database = database;
    }

    @Override
    public Map<SyncEntity, Position> list(SessionId session) {
        Map<SyncEntity, Position> positions = new EnumMap<>(SyncEntity.class);
        database.forEach(
                "select entity, ack from sync_checkpoint where session_id = ?",
                row -> positions.put(row.constant(SyncEntity.class), Position.parse(row.text())),
                session.value());
        return positions;
    }

    @Override
    public void save(SessionId session, SyncEntity entity, Position position) {
        database.update("""
                insert into sync_checkpoint (session_id, entity, ack)
                select id, ?, ? from session where id = ?
                on conflict (session_id, entity) do update set ack = excluded.ack
                """, entity, position.toString(), session.value());
    }

    @Override
    public void remove(SessionId session, Collection<SyncEntity> entities) {
        for (SyncEntity entity : entities) {
            database.update("delete from sync_checkpoint where session_id = ? and entity = ?", session.value(), entity);
        }
    }

    @Override
    public void reset(SessionId session) {
        database.update("delete from sync_checkpoint where session_id = ?", session.value());
        database.update("update session set is_reset_pending = false where id = ?", session.value());
    }
}
