package app.heirloom.immich.server.asset;

import app.heirloom.immich.server.http.TextFields;
import app.heirloom.library.asset.AssetFilter;
import io.javalin.http.Context;

/** Reads from a query which assets to count. */
public final class AssetFilterQuery {
    private AssetFilterQuery() {}

    public static AssetFilter read(Context http) {
        var query = TextFields.ofQuery(http);
        return new AssetFilter(
                query.findVisibility("visibility").orElse(null),
                query.findFlag("isFavorite").orElse(null),
                query.findFlag("isTrashed").orElse(false));
    }
}
