package app.heirloom.immich.server;

import static app.heirloom.immich.server.http.Operation.admin;
import static app.heirloom.immich.server.http.Operation.any;
import static app.heirloom.immich.server.http.Operation.needs;
import static app.heirloom.immich.server.http.Operation.open;
import static app.heirloom.library.user.Permission.ALL;
import static app.heirloom.library.user.Permission.API_KEY_CREATE;
import static app.heirloom.library.user.Permission.API_KEY_DELETE;
import static app.heirloom.library.user.Permission.API_KEY_READ;
import static app.heirloom.library.user.Permission.ASSET_DELETE;
import static app.heirloom.library.user.Permission.ASSET_DOWNLOAD;
import static app.heirloom.library.user.Permission.ASSET_READ;
import static app.heirloom.library.user.Permission.ASSET_STATISTICS;
import static app.heirloom.library.user.Permission.ASSET_UPDATE;
import static app.heirloom.library.user.Permission.ASSET_UPLOAD;
import static app.heirloom.library.user.Permission.ASSET_VIEW;
import static app.heirloom.library.user.Permission.JOB_CREATE;
import static app.heirloom.library.user.Permission.JOB_READ;
import static app.heirloom.library.user.Permission.SERVER_ABOUT;
import static app.heirloom.library.user.Permission.SERVER_STORAGE;
import static app.heirloom.library.user.Permission.USER_ONBOARDING_READ;
import static app.heirloom.library.user.Permission.USER_PREFERENCE_READ;
import static app.heirloom.library.user.Permission.USER_READ;
import static io.javalin.http.HandlerType.DELETE;
import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.PATCH;
import static io.javalin.http.HandlerType.POST;
import static io.javalin.http.HandlerType.PUT;

import app.heirloom.immich.server.http.Operation;
import app.heirloom.immich.server.upload.UploadRoute;
import java.util.List;

/** The table of operations: who may ask for what, and who answers. */
final class Operations {
    private Operations() {}

    /** Where two paths match, the first wins. */
    static List<Operation> of(Library library, ServerRoutes server) {
        var auth =
                new AuthRoutes(library.entrance().accounts(), library.entrance().authentication());
        var users = new UserRoutes();
        var keys = new ApiKeyRoutes(library.entrance().apiKeys());
        var assets = new AssetRoutes(library.collection(), library.views(), library.shelves());
        var uploads =
                new UploadRoute(library.collection().ingest(), library.shelves().blobs());
        var media = new MediaRoutes(library.collection().access(), library.shelves());
        var timeline = new TimelineRoutes(library.views(), library.shelves().transactions());
        var search =
                new SearchRoutes(library.views().search(), library.shelves().transactions());
        var trash = new TrashRoutes(library.collection().trash());
        var jobs = new JobRoutes(library.queues());
        return List.of(
                open(GET, "/server/ping", server::ping),
                open(GET, "/server/version", server::version),
                open(GET, "/server/version-history", server::versionHistory),
                open(GET, "/server/config", server::config),
                open(GET, "/server/features", server::features),
                open(GET, "/server/media-types", server::mediaTypes),
                needs(SERVER_ABOUT, GET, "/server/about", server::about),
                needs(SERVER_STORAGE, GET, "/server/storage", server::storage),
                //
                open(POST, "/auth/admin-sign-up", auth::signUpAdmin),
                open(POST, "/auth/login", auth::login),
                needs(ALL, POST, "/auth/logout", auth::logout),
                any(POST, "/auth/validateToken", auth::validateToken),
                needs(ALL, GET, "/auth/status", auth::status),
                //
                needs(USER_READ, GET, "/users/me", users::me),
                needs(USER_PREFERENCE_READ, GET, "/users/me/preferences", users::preferences),
                needs(USER_ONBOARDING_READ, GET, "/users/me/onboarding", users::onboarding),
                //
                needs(API_KEY_READ, GET, "/api-keys", keys::list),
                needs(API_KEY_CREATE, POST, "/api-keys", keys::create),
                any(GET, "/api-keys/me", keys::mine),
                needs(API_KEY_READ, GET, "/api-keys/{id}", keys::get),
                needs(API_KEY_DELETE, DELETE, "/api-keys/{id}", keys::delete),
                //
                needs(ASSET_UPLOAD, POST, "/assets", uploads::upload),
                needs(ASSET_UPLOAD, POST, "/assets/bulk-upload-check", assets::checkBulkUpload),
                needs(ASSET_UPDATE, PUT, "/assets", assets::updateMany),
                needs(ASSET_UPDATE, PATCH, "/assets", assets::updateMany),
                needs(ASSET_DELETE, DELETE, "/assets", trash::delete),
                needs(ASSET_STATISTICS, GET, "/assets/statistics", assets::statistics),
                needs(ASSET_READ, GET, "/assets/{id}", assets::get),
                needs(ASSET_UPDATE, PUT, "/assets/{id}", assets::update),
                needs(ASSET_UPDATE, PATCH, "/assets/{id}", assets::update),
                needs(ASSET_DOWNLOAD, GET, "/assets/{id}/original", media::original),
                needs(ASSET_VIEW, GET, "/assets/{id}/thumbnail", media::thumbnail),
                needs(ASSET_VIEW, GET, "/assets/{id}/video/playback", media::playback),
                //
                needs(ASSET_READ, GET, "/timeline/buckets", timeline::listBuckets),
                needs(ASSET_READ, GET, "/timeline/bucket", timeline::getBucket),
                needs(ASSET_READ, POST, "/search/metadata", search::searchAssets),
                //
                needs(ASSET_DELETE, POST, "/trash/empty", trash::empty),
                needs(ASSET_DELETE, POST, "/trash/restore", trash::restoreAll),
                needs(ASSET_DELETE, POST, "/trash/restore/assets", trash::restore),
                //
                admin(JOB_READ, GET, "/jobs", jobs::list),
                admin(JOB_CREATE, PUT, "/jobs/{name}", jobs::command));
    }
}
