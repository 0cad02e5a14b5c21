package app.heirloom.immich.client.transport;

import app.heirloom.immich.json.ImmichMapper;
import org.jspecify.annotations.Nullable;

/**
 * One request to the API.
 *
 * @param path from the server's address on, with its query
 * @param repeatable whether it may be sent again when nobody knows whether it arrived
 * @param slow whether the server may think about it for long
 */
public record Call(String method, String path, @Nullable Payload payload, boolean repeatable, boolean slow) {
    private static final String API = "/api";

    public static Call get(String path) {
        return new Call("GET", API + path, null, true, false);
    }

    /** What is not part of the API, as the documents under {@code /.well-known}. */
    public static Call outside(String path) {
        return new Call("GET", path, null, true, false);
    }

    public static Call put(String path, Object json) {
        return new Call("PUT", API + path, json(json), true, false);
    }

    public static Call delete(String path, Object json) {
        return new Call("DELETE", API + path, json(json), true, false);
    }

    /** Makes something new, which would be there twice if this were repeated. */
    public static Call create(String path, Object json) {
        return new Call("POST", API + path, json(json), false, false);
    }

    /** Asks for something, or changes what can be changed twice. */
    public static Call post(String path, Object json) {
        return new Call("POST", API + path, json(json), true, false);
    }

    public static Call post(String path, Payload payload) {
        return new Call("POST", API + path, payload, true, false);
    }

    public Call slowly() {
        return new Call(method, path, payload, repeatable, true);
    }

    private static Payload json(Object json) {
        return new Payload.Bytes("application/json", ImmichMapper.write(json));
    }

    /** For messages: as in {@code GET /api/albums}. */
    @Override
    public String toString() {
        return method + " " + path.replaceFirst("\\?.*", "");
    }
}
