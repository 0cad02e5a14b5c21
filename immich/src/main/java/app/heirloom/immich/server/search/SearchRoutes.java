package app.heirloom.immich.server.search;

import app.heirloom.immich.json.asset.AssetJson;
import app.heirloom.immich.json.asset.SearchResultJson;
import app.heirloom.immich.server.http.Answer;
import app.heirloom.immich.server.http.JsonFields;
import app.heirloom.library.search.FoundAsset;
import app.heirloom.library.search.SearchQuery;
import app.heirloom.library.search.SearchRepository;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.Caller;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Searches. */
final class SearchRoutes {
    private enum Order {
        ASC,
        DESC
    }

    private final SearchRepository search;
    private final Transactions transactions;

    SearchRoutes(SearchRepository search, Transactions transactions) {
        this.search = search;
        this.transactions = transactions;
    }

    Answer searchAssets(Context http, Caller caller) throws IOException {
        var body = JsonFields.ofBody(http);
        var request = new SearchRequest(body);
        var criteria = request.criteria();
        SearchPage page = SearchPage.of(body);
        if (request.isHopeless()) {
            return Answer.ok(SearchResultJson.of(List.of(), null, null));
        }
        Order order = body.findChoice(
                        "order", Order.values(), choice -> choice.name().toLowerCase(Locale.ROOT))
                .orElse(Order.DESC);
        boolean withExif = body.findFlag("withExif").orElse(false);
        var query =
                new SearchQuery(caller.id(), criteria, order == Order.DESC, page.offset(), page.size() + 1, withExif);
        List<FoundAsset> found = transactions.read(() -> search.list(query));
        boolean isLast = found.size() <= page.size();
        List<AssetJson> items = found.stream()
                .limit(page.size())
                .map(hit -> AssetJson.of(hit.asset(), hit.exif()))
                .toList();
        return Answer.ok(
                SearchResultJson.of(items, isLast ? null : page.nextNumber(), isLast ? null : page.nextCursor()));
    }
}
