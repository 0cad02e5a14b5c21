package app.heirloom.immich.server.sync;

import static app.heirloom.immich.server.http.Operation.needs;
import static app.heirloom.library.user.Permission.SYNC_CHECKPOINT_DELETE;
import static app.heirloom.library.user.Permission.SYNC_CHECKPOINT_READ;
import static app.heirloom.library.user.Permission.SYNC_CHECKPOINT_UPDATE;
import static app.heirloom.library.user.Permission.SYNC_STREAM;
import static io.javalin.http.HandlerType.DELETE;
import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.POST;

import app.heirloom.immich.Library;
import app.heirloom.immich.server.http.Operation;
import java.util.List;

/** Operations by which clients keep a copy of what their user sees. */
public final class SyncOperations {
    private SyncOperations() {}

    public static List<Operation> of(Library library) {
        Library.News news = library.background().news();
        var sync = new SyncRoutes(news.synchronisation(), news.checkpoints());
        return List.of(
                needs(SYNC_STREAM, POST, "/sync/stream", sync::stream),
                needs(SYNC_CHECKPOINT_READ, GET, "/sync/ack", sync::listAcks),
                needs(SYNC_CHECKPOINT_UPDATE, POST, "/sync/ack", sync::sendAcks),
                needs(SYNC_CHECKPOINT_DELETE, DELETE, "/sync/ack", sync::deleteAcks));
    }
}
