package app.heirloom.immich.server.account;

import app.heirloom.immich.json.account.ChosenPreferences;
import app.heirloom.immich.server.http.Answer;
import app.heirloom.immich.server.http.JsonFields;
import app.heirloom.immich.server.http.TextFields;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.UserId;
import app.heirloom.library.user.administration.UserAdministration;
import app.heirloom.library.user.document.UserDocument;
import app.heirloom.library.user.document.UserDocuments;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** How users want their clients to look and behave. */
record PreferenceRoutes(UserDocuments documents, UserAdministration users) {
    Answer mine(Context http, Caller caller) {
        return get(caller.id());
    }

    Answer updateMine(Context http, Caller caller) throws IOException {
        return update(caller.id(), http);
    }

    /** Those of another user, for admins. */
    Answer ofUser(Context http, Caller caller) {
        return get(user(http));
    }

    Answer updateOfUser(Context http, Caller caller) throws IOException {
        return update(user(http), http);
    }

    private Answer get(UserId user) {
        return Answer.ok(ChosenPreferences.parse(documents.find(user, UserDocument.PREFERENCES))
                .complete());
    }

    private Answer update(UserId user, Context http) throws IOException {
        ObjectNode changes = PreferenceFields.read(JsonFields.ofBody(http).json());
        String chosen = documents.change(
                user,
                UserDocument.PREFERENCES,
                before -> ChosenPreferences.parse(before).with(changes).toDocument());
        return Answer.ok(ChosenPreferences.parse(Optional.of(chosen)).complete());
    }

    private UserId user(Context http) {
        return users.get(new UserId(TextFields.uuidInPath(http))).id();
    }
}
