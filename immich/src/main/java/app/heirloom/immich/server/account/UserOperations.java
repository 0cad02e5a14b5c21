package app.heirloom.immich.server.account;

import static app.heirloom.immich.server.http.Operation.admin;
import static app.heirloom.immich.server.http.Operation.needs;
import static app.heirloom.library.user.Permission.ADMIN_SESSION_READ;
import static app.heirloom.library.user.Permission.ADMIN_USER_CREATE;
import static app.heirloom.library.user.Permission.ADMIN_USER_DELETE;
import static app.heirloom.library.user.Permission.ADMIN_USER_READ;
import static app.heirloom.library.user.Permission.ADMIN_USER_UPDATE;
import static app.heirloom.library.user.Permission.USER_LICENSE_DELETE;
import static app.heirloom.library.user.Permission.USER_LICENSE_READ;
import static app.heirloom.library.user.Permission.USER_LICENSE_UPDATE;
import static app.heirloom.library.user.Permission.USER_ONBOARDING_DELETE;
import static app.heirloom.library.user.Permission.USER_ONBOARDING_READ;
import static app.heirloom.library.user.Permission.USER_ONBOARDING_UPDATE;
import static app.heirloom.library.user.Permission.USER_PREFERENCE_READ;
import static app.heirloom.library.user.Permission.USER_PREFERENCE_UPDATE;
import static app.heirloom.library.user.Permission.USER_PROFILE_IMAGE_DELETE;
import static app.heirloom.library.user.Permission.USER_PROFILE_IMAGE_READ;
import static app.heirloom.library.user.Permission.USER_PROFILE_IMAGE_UPDATE;
import static app.heirloom.library.user.Permission.USER_READ;
import static app.heirloom.library.user.Permission.USER_UPDATE;
import static io.javalin.http.HandlerType.DELETE;
import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.PATCH;
import static io.javalin.http.HandlerType.POST;
import static io.javalin.http.HandlerType.PUT;

import app.heirloom.immich.Library;
import app.heirloom.immich.server.http.Operation;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** Operations on users: on oneself, on others, and by admins on anybody. */
public final class UserOperations {
    private UserOperations() {}

    public static List<Operation> of(Library library) {
        var view = new AccountView(library.entrance().household().documents());
        return Stream.of(mine(library, view), everybody(library, view), administration(library, view))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Operation> mine(Library library, AccountView view) {
        var users = new UserRoutes(library.entrance().accounts(), view);
        var preferences = new PreferenceRoutes(
                view.documents(), library.entrance().household().administration());
        var documents = new UserDocumentRoutes(view.documents(), view, InstantSource.system());
        return List.of(
                needs(USER_READ, GET, "/users/me", users::me),
                needs(USER_UPDATE, PUT, "/users/me", users::updateMe),
                needs(USER_UPDATE, PATCH, "/users/me", users::updateMe),
                needs(USER_PREFERENCE_READ, GET, "/users/me/preferences", preferences::mine),
                needs(USER_PREFERENCE_UPDATE, PUT, "/users/me/preferences", preferences::updateMine),
                needs(USER_PREFERENCE_UPDATE, PATCH, "/users/me/preferences", preferences::updateMine),
                needs(USER_ONBOARDING_READ, GET, "/users/me/onboarding", documents::onboarding),
                needs(USER_ONBOARDING_UPDATE, PUT, "/users/me/onboarding", documents::setOnboarding),
                needs(USER_ONBOARDING_DELETE, DELETE, "/users/me/onboarding", documents::deleteOnboarding),
                needs(USER_LICENSE_READ, GET, "/users/me/license", documents::license),
                needs(USER_LICENSE_UPDATE, PUT, "/users/me/license", documents::setLicense),
                needs(USER_LICENSE_DELETE, DELETE, "/users/me/license", documents::deleteLicense));
    }

    private static List<Operation> everybody(Library library, AccountView view) {
        var users = new UserRoutes(library.entrance().accounts(), view);
        var images = new ProfileImageRoutes(
                library.entrance().accounts(), library.entrance().household().images());
        return List.of(
                needs(USER_READ, GET, "/users", users::list),
                needs(USER_PROFILE_IMAGE_UPDATE, POST, "/users/profile-image", images::create),
                needs(USER_PROFILE_IMAGE_DELETE, DELETE, "/users/profile-image", images::delete),
                needs(USER_READ, GET, "/users/{id}", users::get),
                needs(USER_PROFILE_IMAGE_READ, GET, "/users/{id}/profile-image", images::get));
    }

    private static List<Operation> administration(Library library, AccountView view) {
        var users = new UserAdminRoutes(library.entrance(), library.shelves(), view);
        var administration = library.entrance().household().administration();
        var preferences = new PreferenceRoutes(view.documents(), administration);
        var sessions = new SessionRoutes(library.entrance().sessions(), administration);
        return List.of(
                admin(ADMIN_USER_READ, GET, "/admin/users", users::list),
                admin(ADMIN_USER_CREATE, POST, "/admin/users", users::create),
                admin(ADMIN_USER_READ, GET, "/admin/users/{id}", users::get),
                admin(ADMIN_USER_UPDATE, PUT, "/admin/users/{id}", users::update),
                admin(ADMIN_USER_UPDATE, PATCH, "/admin/users/{id}", users::update),
                admin(ADMIN_USER_DELETE, DELETE, "/admin/users/{id}", users::delete),
                admin(ADMIN_USER_DELETE, POST, "/admin/users/{id}/restore", users::restore),
                admin(ADMIN_USER_READ, GET, "/admin/users/{id}/preferences", preferences::ofUser),
                admin(ADMIN_USER_UPDATE, PUT, "/admin/users/{id}/preferences", preferences::updateOfUser),
                admin(ADMIN_USER_UPDATE, PATCH, "/admin/users/{id}/preferences", preferences::updateOfUser),
                admin(ADMIN_SESSION_READ, GET, "/admin/users/{id}/sessions", sessions::listOfUser),
                admin(ADMIN_USER_READ, GET, "/admin/users/{id}/statistics", users::statistics));
    }
}
