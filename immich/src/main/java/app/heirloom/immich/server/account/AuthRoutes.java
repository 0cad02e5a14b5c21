package app.heirloom.immich.server.account;

import app.heirloom.immich.json.account.AuthStatusJson;
import app.heirloom.immich.json.account.LoginJson;
import app.heirloom.immich.json.account.LogoutJson;
import app.heirloom.immich.json.account.TokenValidityJson;
import app.heirloom.immich.json.account.UserAdminJson;
import app.heirloom.immich.server.http.Answer;
import app.heirloom.immich.server.http.InvalidFieldException;
import app.heirloom.immich.server.http.JsonFields;
import app.heirloom.immich.server.http.SessionCookies;
import app.heirloom.library.user.Accounts;
import app.heirloom.library.user.Authentication;
import app.heirloom.library.user.Caller;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.regex.Pattern;

/** Getting in and out. */
final class AuthRoutes {
    /** One at sign between two texts, letters of all scripts welcome; more is known only to the mail server. */
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");

    private final Accounts accounts;
    private final Authentication authentication;

    AuthRoutes(Accounts accounts, Authentication authentication) {
        this.accounts = accounts;
        this.authentication = authentication;
    }

    Answer signUpAdmin(Context http) throws IOException {
        var body = JsonFields.ofBody(http);
        String email = email(body);
        String name = body.text("name");
        return Answer.created(UserAdminJson.of(accounts.signUpAdmin(email, name, password(body))));
    }

    Answer login(Context http) throws IOException {
        var body = JsonFields.ofBody(http);
        var login = authentication.login(email(body), body.text("password"), ClientDevice.of(http));
        SessionCookies.set(http, login.token().text());
        return Answer.created(LoginJson.of(login));
    }

    Answer logout(Context http, Caller caller) {
        if (caller.credential() instanceof Caller.Credential.OfSession(var session, boolean elevated)) {
            authentication.logout(session);
        }
        SessionCookies.clear(http);
        return Answer.ok(new LogoutJson(true, "/auth/login?autoLaunch=0"));
    }

    Answer validateToken(Context http, Caller caller) {
        return Answer.ok(new TokenValidityJson(true));
    }

    Answer status(Context http, Caller caller) {
        return Answer.ok(new AuthStatusJson(false, true, false));
    }

    private static String email(JsonFields body) {
        String email = body.text("email");
        if (!EMAIL.matcher(email.strip()).matches()) {
            throw InvalidFieldException.format("Invalid email address", "email");
        }
        return email;
    }

    private static String password(JsonFields body) {
        String password = body.text("password");
        if (password.isEmpty()) {
            throw InvalidFieldException.value("The password must not be empty", "password");
        }
        return password;
    }
}
