package app.heirloom.immich.server.account;

import static app.heirloom.immich.server.http.Operation.any;
import static app.heirloom.immich.server.http.Operation.needs;
import static app.heirloom.immich.server.http.Operation.open;
import static app.heirloom.library.user.Permission.ALL;
import static app.heirloom.library.user.Permission.API_KEY_CREATE;
import static app.heirloom.library.user.Permission.API_KEY_DELETE;
import static app.heirloom.library.user.Permission.API_KEY_READ;
import static app.heirloom.library.user.Permission.API_KEY_ROTATE;
import static app.heirloom.library.user.Permission.API_KEY_UPDATE;
import static app.heirloom.library.user.Permission.AUTH_CHANGE_PASSWORD;
import static app.heirloom.library.user.Permission.PIN_CODE_CREATE;
import static app.heirloom.library.user.Permission.PIN_CODE_DELETE;
import static app.heirloom.library.user.Permission.PIN_CODE_UPDATE;
import static app.heirloom.library.user.Permission.SESSION_CREATE;
import static app.heirloom.library.user.Permission.SESSION_DELETE;
import static app.heirloom.library.user.Permission.SESSION_LOCK;
import static app.heirloom.library.user.Permission.SESSION_READ;
import static app.heirloom.library.user.Permission.SESSION_UPDATE;
import static io.javalin.http.HandlerType.DELETE;
import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.PATCH;
import static io.javalin.http.HandlerType.POST;
import static io.javalin.http.HandlerType.PUT;

import app.heirloom.immich.Library;
import app.heirloom.immich.server.http.Operation;
import java.util.List;

/** Operations on logins, sessions, PIN codes and API keys. */
public final class AccountOperations {
    private AccountOperations() {}

    public static List<Operation> of(Library library) {
        var entrance = library.entrance();
        var auth = new AuthRoutes(entrance, new AccountView(entrance.household().documents()));
        var pins = new PinCodeRoutes(entrance.pinCodes());
        var sessions =
                new SessionRoutes(entrance.sessions(), entrance.household().administration());
        var keys = new ApiKeyRoutes(entrance.apiKeys());
        return List.of(
                open(POST, "/auth/admin-sign-up", auth::signUpAdmin),
                open(POST, "/auth/login", auth::login),
                needs(ALL, POST, "/auth/logout", auth::logout),
                any(POST, "/auth/validateToken", auth::validateToken),
                needs(ALL, GET, "/auth/status", auth::status),
                needs(AUTH_CHANGE_PASSWORD, POST, "/auth/change-password", auth::changePassword),
                needs(PIN_CODE_CREATE, POST, "/auth/pin-code", pins::setUp),
                needs(PIN_CODE_UPDATE, PUT, "/auth/pin-code", pins::change),
                needs(PIN_CODE_DELETE, DELETE, "/auth/pin-code", pins::reset),
                needs(ALL, POST, "/auth/session/unlock", pins::unlock),
                needs(ALL, POST, "/auth/session/lock", pins::lock),
                needs(SESSION_READ, GET, "/sessions", sessions::list),
                needs(SESSION_CREATE, POST, "/sessions", sessions::create),
                needs(SESSION_DELETE, DELETE, "/sessions", sessions::endOthers),
                needs(SESSION_UPDATE, PUT, "/sessions/{id}", sessions::update),
                needs(SESSION_UPDATE, PATCH, "/sessions/{id}", sessions::update),
                needs(SESSION_DELETE, DELETE, "/sessions/{id}", sessions::end),
                needs(SESSION_LOCK, POST, "/sessions/{id}/lock", sessions::lock),
                needs(API_KEY_READ, GET, "/api-keys", keys::list),
                needs(API_KEY_CREATE, POST, "/api-keys", keys::create),
                any(GET, "/api-keys/me", keys::mine),
                needs(API_KEY_READ, GET, "/api-keys/{id}", keys::get),
                needs(API_KEY_UPDATE, PUT, "/api-keys/{id}", keys::update),
                needs(API_KEY_UPDATE, PATCH, "/api-keys/{id}", keys::update),
                needs(API_KEY_DELETE, DELETE, "/api-keys/{id}", keys::delete),
                needs(API_KEY_ROTATE, POST, "/api-keys/{id}/rotate", keys::rotate));
    }
}
