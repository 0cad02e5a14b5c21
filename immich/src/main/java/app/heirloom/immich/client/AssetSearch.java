package app.heirloom.immich.client;

import app.heirloom.immich.client.transport.Ahead;
import app.heirloom.immich.client.transport.Answer;
import app.heirloom.immich.client.transport.Call;
import app.heirloom.immich.client.transport.Transport;
import app.heirloom.immich.json.WireNames;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.remote.RemoteServer;
import app.heirloom.library.remote.asset.RemoteAsset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Goes through what a search finds, page by page. */
final class AssetSearch {
    private static final int PAGE_SIZE = 1_000;

    private final Transport transport;
    private final RemoteServer server;

    AssetSearch(Transport transport, RemoteServer server) {
        this.transport = transport;
        this.server = server;
    }

    /** In all visibilities but the locked one, of which version 2 searches only one at a time. */
    void forEach(Map<String, Object> terms, Consumer<RemoteAsset> action) {
        if (!server.isLegacy() || terms.containsKey("visibility")) {
            forEachFound(terms, action);
            return;
        }
        for (Visibility visibility : List.of(Visibility.TIMELINE, Visibility.ARCHIVE, Visibility.HIDDEN)) {
            Map<String, Object> narrowed = new HashMap<>(terms);
            narrowed.put("visibility", WireNames.of(visibility));
            forEachFound(narrowed, action);
        }
    }

    /** While a page is worked upon, the next is on its way. */
    private void forEachFound(Map<String, Object> terms, Consumer<RemoteAsset> action) {
        Map<String, Object> request = new HashMap<>(terms);
        request.put("size", PAGE_SIZE);
        request.put("page", 1);
        try (var ahead = new Ahead<Answer>()) {
            Answer found = find(request);
            List<Answer> items = found.list("items");
            while (!items.isEmpty()) {
                boolean isLast = turn(request, found).isEmpty();
                if (!isLast) {
                    ahead.begin(() -> find(request));
                }
                items.forEach(item -> action.accept(AssetReader.read(item)));
                if (isLast) {
                    return;
                }
                found = ahead.get();
                items = found.list("items");
            }
        }
    }

    private Answer find(Map<String, Object> request) {
        return transport.json(Call.post("/search/metadata", request)).object("assets");
    }

    /** By cursor where the server gives one, since pages shift when assets come and go. */
    private Optional<String> turn(Map<String, Object> request, Answer found) {
        Optional<String> cursor = found.findText("nextCursor");
        Optional<String> page = found.findText("nextPage");
        Object before = cursor.isPresent() ? request.remove("cursor") : request.get("page");
        cursor.ifPresentOrElse(
                value -> {
                    request.remove("page");
                    request.put("cursor", value);
                },
                () -> page.ifPresent(
                        number -> request.put("page", found.parsed("nextPage", number, Integer::valueOf))));
        Object after = cursor.isPresent() ? cursor.get() : request.get("page");
        if ((cursor.isPresent() || page.isPresent()) && after != null && after.equals(before)) {
            throw ErrorCode.REMOTE_FAILURE.exception(transport.server() + " leads in circles: after page " + after
                    + " of a search comes the same again");
        }
        return cursor.or(() -> page);
    }
}
