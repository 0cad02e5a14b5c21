package app.heirloom.library.sync;

import app.heirloom.library.event.ChangeId;
import app.heirloom.library.sync.entity.SyncEntity;
import app.heirloom.library.transaction.Transactions;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads changes a portion at a time, each in a transaction of its own, and hands them to the client. */
final class Portions {
    private final Transactions transactions;
    private final Map<SyncEntity, Position> reached;
    private final int size;
    private final SyncSink sink;

    Portions(Transactions transactions, Map<SyncEntity, Position> reached, int size, SyncSink sink) {
        this.transactions = transactions;
        this.reached = reached;
        this.size = size;
        this.sink = sink;
    }

    /** Takes one change. */
    interface Consumer<T> {
        void accept(Change<T> change) throws IOException;
    }

    SyncSink sink() {
        return sink;
    }

    /** Where the client has come to, or null at its beginning. */
    @Nullable
    Position reached(SyncEntity entity) {
        return reached.get(entity);
    }

    /** Sends the changes of a kind that the client lacks. */
    <T> void send(SyncEntity entity, ChangeId before, Function<ChangeRange, List<Change<T>>> source)
            throws IOException {
        forEach(
                reached.getOrDefault(entity, Position.START).change(),
                before,
                source,
                change -> sink.send(entity, Position.at(change.id()), change.what()));
    }

    <T> void forEach(
            ChangeId after, ChangeId before, Function<ChangeRange, List<Change<T>>> source, Consumer<T> consumer)
            throws IOException {
        ChangeRange rest = new ChangeRange(after, before, size);
        List<Change<T>> portion;
        do {
            ChangeRange range = rest;
            portion = transactions.read(() -> source.apply(range));
            for (Change<T> change : portion) {
                consumer.accept(change);
            }
            if (!portion.isEmpty()) {
                rest = rest.startingAfter(portion.getLast().id());
            }
        } while (portion.size() == size);
    }
}
