package app.heirloom.immich.server.download;

import app.heirloom.immich.json.asset.DownloadPlanJson;
import app.heirloom.immich.server.http.Answer;
import app.heirloom.immich.server.http.Fields;
import app.heirloom.immich.server.http.InvalidFieldException;
import app.heirloom.immich.server.http.JsonFields;
import app.heirloom.library.album.AlbumId;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.blob.BlobStore;
import app.heirloom.library.download.Download;
import app.heirloom.library.download.DownloadPlan;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.user.Caller;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.UUID;

/** Downloads of many originals. */
final class DownloadRoutes {
    private static final long DEFAULT_ARCHIVE_SIZE = 4L << 30;

    private final Download download;
    private final BlobStore blobs;

    DownloadRoutes(Download download, BlobStore blobs) {
        this.download = download;
        this.blobs = blobs;
    }

    Answer plan(Context http, Caller caller) throws IOException {
        var body = JsonFields.ofBody(http);
        return Answer.created(DownloadPlanJson.of(plan(body, caller, archiveSize(body))));
    }

    Answer archive(Context http, Caller caller) throws IOException {
        var body = JsonFields.ofBody(http);
        List<AssetId> ids = body.assetIds("assetIds");
        String name =
                body.findText("archiveName").filter(text -> !text.isBlank()).orElse("heirloom.zip");
        return new ArchiveAnswer(download.list(caller, ids), blobs, name);
    }

    private DownloadPlan plan(JsonFields body, Caller caller, long archiveSize) {
        if (body.isPresent("assetIds")) {
            return download.plan(caller, body.assetIds("assetIds"), archiveSize);
        }
        if (body.isPresent("albumId")) {
            return download.planAlbum(caller, new AlbumId(body.uuid("albumId")), archiveSize);
        }
        UUID user = body.findUuid("userId")
                .orElseThrow(() ->
                        InvalidFieldException.type("Invalid input: expected assetIds, albumId or userId", "assetIds"));
        if (!caller.isUser() || !user.equals(caller.id().value())) {
            throw ErrorCode.NO_ACCESS.exception("Not found or no timeline.download access");
        }
        return download.planAll(caller, archiveSize);
    }

    private static long archiveSize(Fields body) {
        double size = body.findNumber("archiveSize").orElse((double) DEFAULT_ARCHIVE_SIZE);
        if (!(size >= 1)) {
            throw InvalidFieldException.value("Too small: expected at least 1", "archiveSize");
        }
        return (long) size;
    }
}
