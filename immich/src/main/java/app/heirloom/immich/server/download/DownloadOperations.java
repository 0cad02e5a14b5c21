package app.heirloom.immich.server.download;

import static app.heirloom.immich.server.http.Operation.shared;
import static app.heirloom.library.user.Permission.ASSET_DOWNLOAD;
import static io.javalin.http.HandlerType.POST;

import app.heirloom.immich.Library;
import app.heirloom.immich.server.http.Operation;
import java.util.List;

/** Operations that download many originals at once. */
public final class DownloadOperations {
    private DownloadOperations() {}

    public static List<Operation> of(Library library) {
        var downloads = new DownloadRoutes(
                library.collection().download(), library.shelves().blobs());
        return List.of(
                shared(ASSET_DOWNLOAD, POST, "/download/info", downloads::plan),
                shared(ASSET_DOWNLOAD, POST, "/download/archive", downloads::archive));
    }
}
