package app.heirloom.immich.server.place;

import app.heirloom.immich.server.http.Answer;
import app.heirloom.immich.server.http.JsonAnswer;
import app.heirloom.immich.server.http.TextFields;
import app.heirloom.library.map.MapQuery;
import app.heirloom.library.map.MapRepository;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.Caller;
import io.javalin.http.Context;
import java.time.OffsetDateTime;

/** Where assets were taken. */
final class MapRoutes {
    private final MapRepository map;
    private final Transactions transactions;

    MapRoutes(MapRepository map, Transactions transactions) {
        this.map = map;
        this.transactions = transactions;
    }

    Answer markers(Context http, Caller caller) {
        var fields = TextFields.ofQuery(http);
        var query = new MapQuery(
                caller.id(),
                fields.findFlag("isArchived").orElse(false),
                fields.findFlag("isFavorite"),
                fields.findDate("fileCreatedAfter").map(OffsetDateTime::toInstant),
                fields.findDate("fileCreatedBefore").map(OffsetDateTime::toInstant));
        return transactions.read(() -> {
            var markers = new MarkerList();
            map.forEach(query, markers::add);
            return JsonAnswer.ofText(markers.toJson());
        });
    }
}
