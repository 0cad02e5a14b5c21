package app.heirloom.immich.server.account;

import app.heirloom.immich.Library;
import app.heirloom.immich.json.account.AuthStatusJson;
import app.heirloom.immich.json.account.LoginJson;
import app.heirloom.immich.json.account.LogoutJson;
import app.heirloom.immich.json.account.TokenValidityJson;
import app.heirloom.immich.server.http.Answer;
import app.heirloom.immich.server.http.ClientAddress;
import app.heirloom.immich.server.http.ClientDevice;
import app.heirloom.immich.server.http.InvalidFieldException;
import app.heirloom.immich.server.http.JsonFields;
import app.heirloom.immich.server.http.SessionCookies;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.Session;
import app.heirloom.library.user.SessionTimes;
import app.heirloom.library.user.User;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Optional;

/** Getting in and out. */
final class AuthRoutes {
    private static final int MIN_PASSWORD_LENGTH = 8;

    private final Library.Entrance entrance;
    private final AccountView view;

    AuthRoutes(Library.Entrance entrance, AccountView view) {
        this.entrance = entrance;
        this.view = view;
    }

    Answer signUpAdmin(Context http) throws IOException {
        var body = JsonFields.ofBody(http);
        String email = AccountFields.email(body);
        String name = AccountFields.name(body);
        return Answer.created(view.of(entrance.accounts().signUpAdmin(email, name, AccountFields.password(body))));
    }

    Answer login(Context http) throws IOException {
        var body = JsonFields.ofBody(http);
        var login = entrance.authentication()
                .login(AccountFields.email(body), body.text("password"), ClientDevice.of(http), ClientAddress.of(http));
        SessionCookies.set(http, login.token().text());
        return Answer.created(
                LoginJson.of(login, view.onboarding(login.user().id()).isOnboarded()));
    }

    Answer logout(Context http, Caller caller) {
        caller.session().ifPresent(entrance.authentication()::logout);
        SessionCookies.clear(http);
        return Answer.ok(new LogoutJson(true, "/auth/login?autoLaunch=0"));
    }

    Answer validateToken(Context http, Caller caller) {
        return Answer.ok(new TokenValidityJson(true));
    }

    Answer status(Context http, Caller caller) {
        Optional<SessionTimes> times = caller.session().map(Session::times);
        return Answer.ok(new AuthStatusJson(
                entrance.pinCodes().isSet(caller.id()),
                true,
                caller.isElevated(),
                times.map(SessionTimes::expires).orElse(null),
                times.filter(elevated -> caller.isElevated())
                        .map(SessionTimes::elevatedUntil)
                        .orElse(null)));
    }

    Answer changePassword(Context http, Caller caller) throws IOException {
        var body = JsonFields.ofBody(http);
        String newPassword = body.text("newPassword");
        if (newPassword.length() < MIN_PASSWORD_LENGTH) {
            throw InvalidFieldException.value(
                    "A password needs at least " + MIN_PASSWORD_LENGTH + " characters", "newPassword");
        }
        boolean endsSessions = body.findFlag("invalidateSessions").orElse(false);
        User user = entrance.accounts().changePassword(caller.user(), AccountFields.password(body), newPassword);
        if (endsSessions) {
            entrance.sessions().endOthers(caller);
        }
        return Answer.ok(view.of(user));
    }
}
