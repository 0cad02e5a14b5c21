package app.heirloom.testkit.remote.standin;

import app.heirloom.library.asset.AssetId;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a stand-in is asked. */
final class StandInRequest {
    private final String method;
    private final String path;
    private final Map<String, String> query;
    private final Headers headers;
    private final byte[] body;

    /** The few headers that matter. */
    record Headers(
            @Nullable String key,
            @Nullable String contentType,
            @Nullable String checksum) {}

    private StandInRequest(String method, String path, Map<String, String> query, Headers headers, byte[] body) {
        this.method = method;
        this.path = path;
        this.query = query;
        this.headers = headers;
        this.body = body;
    }

    static StandInRequest read(HttpExchange exchange) throws IOException {
        Map<String, String> query = new HashMap<>();
        String raw = exchange.getRequestURI().getRawQuery();
        for (String part : raw == null ? new String[0] : raw.split("&", -1)) {
            String[] pair = part.split("=", 2);
            query.put(pair[0], pair.length < 2 ? "" : URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
        }
        var headers = exchange.getRequestHeaders();
        return new StandInRequest(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                query,
                new Headers(
                        headers.getFirst("x-api-key"),
                        headers.getFirst("Content-Type"),
                        headers.getFirst("x-immich-checksum")),
                exchange.getRequestBody().readAllBytes());
    }

    Map<String, String> query() {
        return query;
    }

    Headers headers() {
        return headers;
    }

    byte[] body() {
        return body;
    }

    String name() {
        return method + " " + path;
    }

    @Nullable
    String key() {
        return headers.key();
    }

    boolean needsKey() {
        return !path.equals("/api/server/version") && !path.equals("/.well-known/immich");
    }

    JsonNode json() {
        return JsonMapper.shared().readTree(body);
    }

    List<UUID> ids() {
        return ids("ids");
    }

    List<AssetId> assetIds() {
        return ids().stream().map(AssetId::new).toList();
    }

    List<UUID> ids(String field) {
        List<UUID> ids = new ArrayList<>();
        json().path(field).forEach(id -> ids.add(UUID.fromString(id.stringValue())));
        return ids;
    }

    /** With only the first half of its ids. */
    StandInRequest halved() {
        ObjectNode json = (ObjectNode) json();
        ArrayNode ids = (ArrayNode) json.path("ids");
        int kept = ids.size() / 2;
        while (ids.size() > kept) {
            ids.remove(ids.size() - 1);
        }
        return new StandInRequest(
                method, path, query, headers, JsonMapper.shared().writeValueAsBytes(json));
    }
}
