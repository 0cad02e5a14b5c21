package app.heirloom.immich.server.place;

import static app.heirloom.immich.server.http.Operation.needs;
import static app.heirloom.library.user.Permission.FOLDER_READ;
import static app.heirloom.library.user.Permission.MAP_READ;
import static io.javalin.http.HandlerType.GET;

import app.heirloom.immich.Library;
import app.heirloom.immich.server.http.Operation;
import java.util.List;

/** Operations on the map and on folders. */
public final class PlaceOperations {
    private PlaceOperations() {}

    public static List<Operation> of(Library library) {
        var map = new MapRoutes(library.views().map(), library.shelves().transactions());
        var folders =
                new FolderRoutes(library.views().folders(), library.shelves().transactions());
        return List.of(
                needs(MAP_READ, GET, "/map/markers", map::markers),
                needs(FOLDER_READ, GET, "/view/folder/unique-paths", folders::listPaths),
                needs(FOLDER_READ, GET, "/view/folder", folders::list));
    }
}
