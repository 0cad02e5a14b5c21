package app.heirloom.immich.server.search;

import app.heirloom.immich.server.http.Answer;
import app.heirloom.immich.server.http.InvalidFieldException;
import app.heirloom.immich.server.http.JsonFields;
import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.access.AssetAccess;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.search.Criterion;
import app.heirloom.library.search.FoundAsset;
import app.heirloom.library.search.SearchAccess;
import app.heirloom.library.search.SearchOrder;
import app.heirloom.library.search.SearchQuery;
import app.heirloom.library.search.SmartSearch;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.Permission;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Searches for assets by what can be seen on them. */
final class SmartSearchRoutes {
    private final Optional<SmartSearch> search;
    private final SearchAccess access;
    private final AssetAccess assets;
    private final FoundAssets results;
    private final Transactions transactions;

    SmartSearchRoutes(
            Optional<SmartSearch> search,
            SearchAccess access,
            AssetAccess assets,
            FoundAssets results,
            Transactions transactions) {
        this.search = search;
        this.access = access;
        this.assets = assets;
        this.results = results;
        this.transactions = transactions;
    }

    Answer search(Context http, Caller caller) throws IOException {
        var body = JsonFields.ofBody(http);
        Optional<String> text = body.findText("query").filter(query -> !query.isBlank());
        Optional<AssetId> asset = body.findAssetId("queryAssetId");
        if (text.isEmpty() && asset.isEmpty()) {
            throw InvalidFieldException.value("Either query or queryAssetId is required", "query");
        }
        SmartSearch smart = search.orElseThrow(() -> ErrorCode.INVALID.exception(
                "Smart search is not enabled: this server has no model for it; see `heirloom models`"));
        Criterion criterion = SearchRequest.read(body, caller);
        ResultPage page = ResultPage.ofRanking(body);
        var query = new SearchQuery(
                transactions.read(() -> access.scopeOf(caller, criterion)),
                criterion,
                SearchOrder.NEWEST_FIRST,
                page.withOneMore(),
                body.findFlag("withExif").orElse(false));
        List<FoundAsset> found = text.map(words -> smart.listByText(words, query))
                .orElseGet(() -> listLike(smart, asset, caller, query));
        boolean isLast = found.size() <= page.size();
        return results.page(
                caller, isLast ? found : found.subList(0, page.size()), body, isLast ? null : page.nextNumber(), null);
    }

    private List<FoundAsset> listLike(SmartSearch smart, Optional<AssetId> id, Caller caller, SearchQuery query) {
        Asset asset = transactions.read(() -> assets.get(caller, id.orElseThrow(), Permission.ASSET_READ));
        return smart.listByLikeness(asset, query);
    }
}
