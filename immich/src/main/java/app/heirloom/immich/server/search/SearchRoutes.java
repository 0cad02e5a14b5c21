package app.heirloom.immich.server.search;

import app.heirloom.immich.json.asset.TotalJson;
import app.heirloom.immich.server.http.Answer;
import app.heirloom.immich.server.http.Fields;
import app.heirloom.immich.server.http.JsonFields;
import app.heirloom.immich.server.http.TextFields;
import app.heirloom.library.search.Criterion;
import app.heirloom.library.search.Criterion.Comparison;
import app.heirloom.library.search.FoundAsset;
import app.heirloom.library.search.Property;
import app.heirloom.library.search.SearchAccess;
import app.heirloom.library.search.SearchOrder;
import app.heirloom.library.search.SearchPage;
import app.heirloom.library.search.SearchQuery;
import app.heirloom.library.search.SearchRepository;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.Caller;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;

/** Searches for assets by what is known of them. */
final class SearchRoutes {
    private static final SearchOrder LARGEST_FIRST = new SearchOrder(SearchOrder.Key.SIZE_IN_BYTES, true);

    private final SearchRepository search;
    private final SearchAccess access;
    private final FoundAssets results;
    private final Transactions transactions;

    SearchRoutes(SearchRepository search, SearchAccess access, FoundAssets results, Transactions transactions) {
        this.search = search;
        this.access = access;
        this.results = results;
        this.transactions = transactions;
    }

    Answer searchAssets(Context http, Caller caller) throws IOException {
        var body = JsonFields.ofBody(http);
        Criterion criterion = SearchRequest.read(body, caller);
        SearchOrder order = RequestedOrder.of(body);
        ResultPage page = ResultPage.of(body, order);
        List<FoundAsset> found = list(caller, criterion, order, page.withOneMore(), body);
        if (found.size() <= page.size()) {
            return results.page(caller, found, body, null, null);
        }
        List<FoundAsset> shown = found.subList(0, page.size());
        String cursor = page.nextCursor(shown.getLast().asset(), order);
        return results.page(caller, shown, body, page.nextNumber(), cursor);
    }

    Answer searchRandom(Context http, Caller caller) throws IOException {
        var body = JsonFields.ofBody(http);
        Criterion criterion = SearchRequest.read(body, caller);
        SearchPage page = SearchPage.first(ResultPage.sizeOf(body));
        List<FoundAsset> drawn = transactions.read(
                () -> search.listRandom(query(caller, criterion, SearchOrder.NEWEST_FIRST, page, body)));
        return results.list(caller, drawn, body);
    }

    Answer searchLargeAssets(Context http, Caller caller) {
        var query = TextFields.ofQuery(http);
        long least = query.findNumber("minFileSize").orElse(0.0).longValue();
        Criterion criterion = new Criterion.All(List.of(
                SearchRequest.read(query, caller),
                new Criterion.Compared(Property.SIZE_IN_BYTES, Comparison.AT_LEAST, least)));
        SearchPage page = SearchPage.first(ResultPage.sizeOf(query));
        return results.list(caller, list(caller, criterion, LARGEST_FIRST, page, query), query);
    }

    Answer countAssets(Context http, Caller caller) throws IOException {
        Criterion criterion = SearchRequest.read(JsonFields.ofBody(http), caller);
        return Answer.ok(
                new TotalJson(transactions.read(() -> search.count(access.scopeOf(caller, criterion), criterion))));
    }

    private List<FoundAsset> list(
            Caller caller, Criterion criterion, SearchOrder order, SearchPage page, Fields fields) {
        return transactions.read(() -> search.list(query(caller, criterion, order, page, fields)));
    }

    private SearchQuery query(Caller caller, Criterion criterion, SearchOrder order, SearchPage page, Fields fields) {
        boolean withExif = fields.findFlag("withExif").orElse(false);
        return new SearchQuery(access.scopeOf(caller, criterion), criterion, order, page, withExif);
    }
}
