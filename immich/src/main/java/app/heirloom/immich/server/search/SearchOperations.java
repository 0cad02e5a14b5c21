package app.heirloom.immich.server.search;

import static app.heirloom.immich.server.http.Operation.needs;
import static app.heirloom.immich.server.http.Operation.shared;
import static app.heirloom.library.user.Permission.ASSET_READ;
import static app.heirloom.library.user.Permission.ASSET_STATISTICS;
import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.POST;

import app.heirloom.immich.Library;
import app.heirloom.immich.server.http.Operation;
import app.heirloom.library.search.SearchAccess;
import java.util.List;

/** Operations that find assets. */
public final class SearchOperations {
    private SearchOperations() {}

    public static List<Operation> of(Library library) {
        var views = library.views();
        var transactions = library.shelves().transactions();
        var access = new SearchAccess(library.organising().gathering().access());
        var results = new FoundAssets(library.organising().faces().persons(), transactions);
        var search = new SearchRoutes(views.search(), access, results, transactions);
        var smart = new SmartSearchRoutes(
                views.recognised().search(), access, library.collection().access(), results, transactions);
        var discovery = new DiscoveryRoutes(views.search(), transactions);
        return List.of(
                shared(ASSET_READ, POST, "/search/metadata", search::searchAssets),
                needs(ASSET_READ, POST, "/search/random", search::searchRandom),
                needs(ASSET_READ, POST, "/search/large-assets", search::searchLargeAssets),
                needs(ASSET_READ, POST, "/search/smart", smart::search),
                needs(ASSET_STATISTICS, POST, "/search/statistics", search::countAssets),
                needs(ASSET_READ, GET, "/search/suggestions", discovery::listSuggestions),
                needs(ASSET_READ, GET, "/search/cities", discovery::listCities),
                needs(ASSET_READ, GET, "/search/explore", discovery::explore));
    }
}
