package app.heirloom.immich.server.account;

import app.heirloom.immich.json.account.UserJson;
import app.heirloom.immich.server.http.Answer;
import app.heirloom.immich.server.http.JsonFields;
import app.heirloom.immich.server.http.TextFields;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.UserId;
import app.heirloom.library.user.administration.Accounts;
import io.javalin.http.Context;
import java.io.IOException;

/** Users, as they see themselves and each other. */
record UserRoutes(Accounts accounts, AccountView view) {
    Answer me(Context http, Caller caller) {
        return Answer.ok(view.of(caller.user()));
    }

    Answer updateMe(Context http, Caller caller) throws IOException {
        var body = JsonFields.ofBody(http);
        return Answer.ok(
                view.of(accounts.change(caller.id(), UserUpdate.ofOneself(body), AccountFields.findPassword(body))));
    }

    Answer list(Context http, Caller caller) {
        return Answer.ok(accounts.list().stream().map(UserJson::of).toList());
    }

    Answer get(Context http, Caller caller) {
        return Answer.ok(UserJson.of(accounts.get(new UserId(TextFields.uuidInPath(http)))));
    }
}
