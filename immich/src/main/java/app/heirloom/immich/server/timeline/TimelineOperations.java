package app.heirloom.immich.server.timeline;

import static app.heirloom.immich.server.http.Operation.shared;
import static app.heirloom.library.user.Permission.ASSET_READ;
import static io.javalin.http.HandlerType.GET;

import app.heirloom.immich.Library;
import app.heirloom.immich.server.http.Operation;
import java.util.List;

/** Operations on the timeline. */
public final class TimelineOperations {
    private TimelineOperations() {}

    public static List<Operation> of(Library library) {
        var timeline = new TimelineRoutes(
                library.views(),
                library.organising().gathering().access(),
                library.shelves().transactions());
        return List.of(
                shared(ASSET_READ, GET, "/timeline/buckets", timeline::listBuckets),
                shared(ASSET_READ, GET, "/timeline/bucket", timeline::getBucket));
    }
}
