package app.heirloom.library.sync;

import app.heirloom.library.sync.entity.SyncEntity;
import app.heirloom.library.user.SessionId;
import java.util.Collection;
import java.util.Map;

/** How far the client of each session has come, by its own word. */
public interface CheckpointRepository {
    Map<SyncEntity, Position> list(SessionId session);

    void save(SessionId session, SyncEntity entity, Position position);

    void remove(SessionId session, Collection<SyncEntity> entities);

    /** Removes all, and that a reset is pending. */
    void reset(SessionId session);
}
