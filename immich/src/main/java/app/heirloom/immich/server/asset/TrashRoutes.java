package app.heirloom.immich.server.asset;

import app.heirloom.immich.json.asset.CountJson;
import app.heirloom.immich.server.http.Answer;
import app.heirloom.immich.server.http.JsonFields;
import app.heirloom.library.trash.Trash;
import app.heirloom.library.user.Caller;
import io.javalin.http.Context;
import java.io.IOException;

/** The caller's trash. */
final class TrashRoutes {
    private final Trash trash;

    TrashRoutes(Trash trash) {
        this.trash = trash;
    }

    Answer empty(Context http, Caller caller) {
        return Answer.ok(new CountJson(trash.empty(caller)));
    }

    Answer restoreAll(Context http, Caller caller) {
        return Answer.ok(new CountJson(trash.restoreAll(caller)));
    }

    Answer restore(Context http, Caller caller) throws IOException {
        return Answer.ok(
                new CountJson(trash.restore(caller, JsonFields.ofBody(http).assetIds("ids"))));
    }

    /** Into the trash or, by force, out of the library. */
    Answer delete(Context http, Caller caller) throws IOException {
        var body = JsonFields.ofBody(http);
        var ids = body.assetIds("ids");
        if (body.findFlag("force").orElse(false)) {
            trash.delete(caller, ids);
        } else {
            trash.trash(caller, ids);
        }
        return Answer.NO_CONTENT;
    }
}
