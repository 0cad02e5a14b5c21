package app.heirloom.immich.server.http;

import io.javalin.http.Context;
import java.io.IOException;

/** What an operation answers when it succeeds. */
@FunctionalInterface
public interface Answer {
    /** Success without content. */
    Answer NO_CONTENT = http -> http.status(204);

    void writeTo(Context http) throws IOException;

    /** Success with a record of the wire. */
    static Answer ok(Object record) {
        return JsonAnswer.of(200, record);
    }

    /** Something was created; the record tells what. */
    static Answer created(Object record) {
        return JsonAnswer.of(201, record);
    }

    /** Elsewhere; a relative location, so that it survives proxies and base paths. */
    static Answer redirect(String location) {
        return http -> http.status(302).header("Location", location);
    }
}
