package app.heirloom.immich.server.account;

import static app.heirloom.immich.server.http.Operation.any;
import static app.heirloom.immich.server.http.Operation.needs;
import static app.heirloom.immich.server.http.Operation.open;
import static app.heirloom.library.user.Permission.ALL;
import static app.heirloom.library.user.Permission.API_KEY_CREATE;
import static app.heirloom.library.user.Permission.API_KEY_DELETE;
import static app.heirloom.library.user.Permission.API_KEY_READ;
import static app.heirloom.library.user.Permission.USER_ONBOARDING_READ;
import static app.heirloom.library.user.Permission.USER_PREFERENCE_READ;
import static app.heirloom.library.user.Permission.USER_READ;
import static io.javalin.http.HandlerType.DELETE;
import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.POST;

import app.heirloom.immich.Library;
import app.heirloom.immich.server.http.Operation;
import java.util.List;

/** Operations on accounts, logins and users. */
public final class AccountOperations {
    private AccountOperations() {}

    public static List<Operation> of(Library library) {
        var auth =
                new AuthRoutes(library.entrance().accounts(), library.entrance().authentication());
        var users = new UserRoutes();
        var keys = new ApiKeyRoutes(library.entrance().apiKeys());
        return List.of(
                open(POST, "/auth/admin-sign-up", auth::signUpAdmin),
                open(POST, "/auth/login", auth::login),
                needs(ALL, POST, "/auth/logout", auth::logout),
                any(POST, "/auth/validateToken", auth::validateToken),
                needs(ALL, GET, "/auth/status", auth::status),
                needs(USER_READ, GET, "/users/me", users::me),
                needs(USER_PREFERENCE_READ, GET, "/users/me/preferences", users::preferences),
                needs(USER_ONBOARDING_READ, GET, "/users/me/onboarding", users::onboarding),
                needs(API_KEY_READ, GET, "/api-keys", keys::list),
                needs(API_KEY_CREATE, POST, "/api-keys", keys::create),
                any(GET, "/api-keys/me", keys::mine),
                needs(API_KEY_READ, GET, "/api-keys/{id}", keys::get),
                needs(API_KEY_DELETE, DELETE, "/api-keys/{id}", keys::delete));
    }
}
