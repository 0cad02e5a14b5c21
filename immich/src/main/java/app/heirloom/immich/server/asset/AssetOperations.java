package app.heirloom.immich.server.asset;

import static app.heirloom.immich.server.http.Operation.needs;
import static app.heirloom.immich.server.http.Operation.shared;
import static app.heirloom.library.user.Permission.ASSET_DELETE;
import static app.heirloom.library.user.Permission.ASSET_DOWNLOAD;
import static app.heirloom.library.user.Permission.ASSET_READ;
import static app.heirloom.library.user.Permission.ASSET_STATISTICS;
import static app.heirloom.library.user.Permission.ASSET_UPDATE;
import static app.heirloom.library.user.Permission.ASSET_UPLOAD;
import static app.heirloom.library.user.Permission.ASSET_VIEW;
import static io.javalin.http.HandlerType.DELETE;
import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.PATCH;
import static io.javalin.http.HandlerType.POST;
import static io.javalin.http.HandlerType.PUT;

import app.heirloom.immich.Library;
import app.heirloom.immich.server.http.Operation;
import app.heirloom.immich.server.upload.UploadRoute;
import java.util.List;

/** Operations on assets. */
public final class AssetOperations {
    private AssetOperations() {}

    public static List<Operation> of(Library library) {
        var assets = new AssetRoutes(library);
        var uploads = new UploadRoute(library);
        var media = new MediaRoutes(library.collection().access(), library.shelves());
        var withdrawal = new WithdrawalRoute(library.collection().editing());
        var trash = new TrashRoutes(library.collection().trash());
        return List.of(
                shared(ASSET_UPLOAD, POST, "/assets", uploads::upload),
                needs(ASSET_UPLOAD, POST, "/assets/bulk-upload-check", assets::checkBulkUpload),
                needs(ASSET_UPDATE, PUT, "/assets", assets::updateMany),
                needs(ASSET_UPDATE, PATCH, "/assets", assets::updateMany),
                needs(ASSET_DELETE, DELETE, "/assets", trash::delete),
                needs(ASSET_STATISTICS, GET, "/assets/statistics", assets::statistics),
                shared(ASSET_READ, GET, "/assets/{id}", assets::get),
                needs(ASSET_READ, GET, "/assets/{id}/ocr", new TextRoute(library)::list),
                needs(ASSET_UPDATE, PUT, "/assets/{id}", assets::update),
                needs(ASSET_UPDATE, PATCH, "/assets/{id}", assets::update),
                needs(ASSET_UPDATE, POST, "/heirloom/assets/{id}/withdrawal", withdrawal::withdraw),
                shared(ASSET_DOWNLOAD, GET, "/assets/{id}/original", media::original),
                shared(ASSET_VIEW, GET, "/assets/{id}/thumbnail", media::thumbnail),
                shared(ASSET_VIEW, GET, "/assets/{id}/video/playback", media::playback),
                needs(ASSET_DELETE, POST, "/trash/empty", trash::empty),
                needs(ASSET_DELETE, POST, "/trash/restore", trash::restoreAll),
                needs(ASSET_DELETE, POST, "/trash/restore/assets", trash::restore));
    }
}
