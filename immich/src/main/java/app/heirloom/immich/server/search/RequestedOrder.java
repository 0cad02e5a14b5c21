package app.heirloom.immich.server.search;

import app.heirloom.immich.server.http.InvalidFieldException;
import app.heirloom.immich.server.http.JsonFields;
import app.heirloom.library.search.SearchOrder;
import java.util.Locale;

/** In which order a result is wanted: the newest first, unless the request says otherwise. */
final class RequestedOrder {
    private enum Direction {
        ASC,
        DESC
    }

    private RequestedOrder() {}

    static SearchOrder of(JsonFields body) {
        boolean descending = isDescending(body, "order", true);
        return body.findObject("orderBy")
                .map(order -> ofObject(order, descending))
                .orElseGet(() -> new SearchOrder(SearchOrder.Key.CAPTURED, descending));
    }

    private static SearchOrder ofObject(JsonFields order, boolean descending) {
        try {
            SearchOrder.Key key = order.findChoice("field", SearchOrder.Key.values(), RequestedOrder::wireName)
                    .orElse(SearchOrder.Key.CAPTURED);
            return new SearchOrder(key, isDescending(order, "direction", descending));
        } catch (InvalidFieldException e) {
            throw e.inside("orderBy");
        }
    }

    private static boolean isDescending(JsonFields fields, String name, boolean otherwise) {
        return fields.findChoice(
                        name, Direction.values(), choice -> choice.name().toLowerCase(Locale.ROOT))
                .map(direction -> direction == Direction.DESC)
                .orElse(otherwise);
    }

    private static String wireName(SearchOrder.Key key) {
        return switch (key) {
            case CAPTURED -> "fileCreatedAt";
            case LOCAL -> "localDateTime";
            case SIZE_IN_BYTES -> "fileSizeInBytes";
            case RATING -> "rating";
        };
    }
}
