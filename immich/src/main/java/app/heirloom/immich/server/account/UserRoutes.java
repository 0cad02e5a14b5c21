package app.heirloom.immich.server.account;

import app.heirloom.immich.json.account.OnboardingJson;
import app.heirloom.immich.json.account.PreferencesJson;
import app.heirloom.immich.json.account.UserAdminJson;
import app.heirloom.immich.server.http.Answer;
import app.heirloom.library.user.Caller;
import io.javalin.http.Context;

/** Users. */
final class UserRoutes {

    Answer me(Context http, Caller caller) {
        return Answer.ok(UserAdminJson.of(caller.user()));
    }

    /** Nobody can change preferences yet, so they are those of everybody. */
    Answer preferences(Context http, Caller caller) {
        return Answer.ok(PreferencesJson.DEFAULT);
    }

    /** There is no tour to be taken through. */
    Answer onboarding(Context http, Caller caller) {
        return Answer.ok(new OnboardingJson(true));
    }
}
