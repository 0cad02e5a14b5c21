package app.heirloom.immich.server;

import app.heirloom.immich.json.account.UserAdminJson;
import app.heirloom.immich.server.http.Answer;
import app.heirloom.library.user.Caller;
import io.javalin.http.Context;

/** Users. */
final class UserRoutes {

    Answer me(Context http, Caller caller) {
        return Answer.ok(UserAdminJson.of(caller.user()));
    }
}
