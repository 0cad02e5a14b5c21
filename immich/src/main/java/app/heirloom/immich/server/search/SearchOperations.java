package app.heirloom.immich.server.search;

import static app.heirloom.immich.server.http.Operation.needs;
import static app.heirloom.library.user.Permission.ASSET_READ;
import static io.javalin.http.HandlerType.POST;

import app.heirloom.immich.Library;
import app.heirloom.immich.server.http.Operation;
import java.util.List;

/** Operations that find assets. */
public final class SearchOperations {
    private SearchOperations() {}

    public static List<Operation> of(Library library) {
        var search =
                new SearchRoutes(library.views().search(), library.shelves().transactions());
        return List.of(needs(ASSET_READ, POST, "/search/metadata", search::searchAssets));
    }
}
