package app.heirloom.immich.server.system;

import static app.heirloom.immich.server.http.Operation.admin;
import static app.heirloom.immich.server.http.Operation.needs;
import static app.heirloom.immich.server.http.Operation.open;
import static app.heirloom.library.user.Permission.JOB_CREATE;
import static app.heirloom.library.user.Permission.JOB_READ;
import static app.heirloom.library.user.Permission.SERVER_ABOUT;
import static app.heirloom.library.user.Permission.SERVER_STATISTICS;
import static app.heirloom.library.user.Permission.SERVER_STORAGE;
import static app.heirloom.library.user.Permission.SYSTEM_METADATA_READ;
import static app.heirloom.library.user.Permission.SYSTEM_METADATA_UPDATE;
import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.POST;
import static io.javalin.http.HandlerType.PUT;

import app.heirloom.immich.Library;
import app.heirloom.immich.server.http.Operation;
import java.util.List;

/** Operations on the server itself. */
public final class SystemOperations {
    private SystemOperations() {}

    public static List<Operation> of(Library library, ServerRoutes server) {
        var onboarding = AdminOnboarding.of(library);
        var usage = new UsageRoutes(
                library.entrance().household(), library.shelves().transactions());
        var jobs = new JobRoutes(library.background());
        return List.of(
                open(GET, "/server/ping", server::ping),
                open(GET, "/server/version", server::version),
                open(GET, "/server/version-history", server::versionHistory),
                open(GET, "/server/config", server::config),
                open(GET, "/server/features", server::features),
                admin(SERVER_ABOUT, GET, "/heirloom/abilities", server::abilities),
                open(GET, "/server/media-types", server::mediaTypes),
                needs(SERVER_ABOUT, GET, "/server/about", server::about),
                open(GET, "/public/config", server::publicConfig),
                open(GET, "/public/config/defaults", server::publicConfig),
                admin(SERVER_STATISTICS, GET, "/server/statistics", usage::statistics),
                admin(SYSTEM_METADATA_READ, GET, "/system-metadata/admin-onboarding", onboarding::read),
                admin(SYSTEM_METADATA_UPDATE, POST, "/system-metadata/admin-onboarding", onboarding::update),
                needs(SERVER_STORAGE, GET, "/server/storage", server::storage),
                admin(JOB_READ, GET, "/jobs", jobs::list),
                admin(JOB_CREATE, PUT, "/jobs/{name}", jobs::command));
    }
}
