package app.heirloom.library.sync;

import app.heirloom.library.sync.entity.SyncEntity;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.Session;
import app.heirloom.library.user.SessionId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;

/** Remembers what the client of each session has acknowledged. */
public final class Checkpoints {
    /** How long a client may be away before it must start anew. */
    static final Duration VALIDITY = Duration.ofDays(30);

    private final CheckpointRepository repository;
    private final Transactions transactions;
    private final InstantSource clock;

    public Checkpoints(CheckpointRepository repository, Transactions transactions, InstantSource clock) {
        this.repository = repository;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Map<SyncEntity, Position> list(SessionId session) {
        return transactions.read(() -> repository.list(session));
    }

    /** Each replaces the last one of its kind. */
    public void save(SessionId session, Map<SyncEntity, Position> positions) {
        transactions.run(() -> positions.forEach((entity, position) -> repository.save(session, entity, position)));
    }

    public void remove(SessionId session, Collection<SyncEntity> entities) {
        transactions.run(() -> repository.remove(session, entities));
    }

    /** The client has forgotten everything, and wants all from the beginning. */
    public void reset(SessionId session) {
        transactions.run(() -> repository.reset(session));
    }

    /** Whether the client must forget everything first, given how far it has come. */
    boolean isResetDue(Session session, Map<SyncEntity, Position> reached) {
        Position complete = reached.get(SyncEntity.COMPLETE);
        return session.resetPending()
                || (complete != null
                        && complete.change().instant().plus(VALIDITY).isBefore(clock.instant()));
    }
}
