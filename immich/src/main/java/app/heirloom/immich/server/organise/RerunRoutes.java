package app.heirloom.immich.server.organise;

import app.heirloom.immich.Library;
import app.heirloom.immich.server.http.Answer;
import app.heirloom.immich.server.http.InvalidFieldException;
import app.heirloom.immich.server.http.JsonFields;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.pipeline.Reruns;
import app.heirloom.library.user.Caller;
import io.javalin.http.Context;
import java.io.IOException;

/** Work that is done again because somebody asks for it. */
final class RerunRoutes {
    private static final String TAG_CLEANUP = "tag-cleanup";

    private enum AssetJob {
        REFRESH_METADATA("refresh-metadata"),
        REGENERATE_THUMBNAIL("regenerate-thumbnail"),
        REFRESH_FACES("refresh-faces"),
        TRANSCODE_VIDEO("transcode-video");

        private final String wireName;

        AssetJob(String wireName) {
            this.wireName = wireName;
        }
    }

    private final Reruns reruns;

    RerunRoutes(Library.Background background) {
        this.reruns = background.reruns();
    }

    Answer runForAssets(Context http, Caller caller) throws IOException {
        var body = JsonFields.ofBody(http);
        var assets = body.assetIds("assetIds");
        AssetJob job = body.findChoice("name", AssetJob.values(), choice -> choice.wireName)
                .orElseThrow(() -> InvalidFieldException.type("Invalid input: a name is required", "name"));
        switch (job) {
            case REFRESH_METADATA -> reruns.refreshMetadata(caller, assets);
            case REGENERATE_THUMBNAIL -> reruns.regeneratePreviews(caller, assets);
            case REFRESH_FACES -> reruns.refreshFaces(caller, assets);
            case TRANSCODE_VIDEO -> throw ErrorCode.INVALID.exception("This server has no job " + job.wireName);
        }
        return Answer.NO_CONTENT;
    }

    Answer runByHand(Context http, Caller caller) throws IOException {
        String name = JsonFields.ofBody(http).text("name");
        if (!name.equals(TAG_CLEANUP)) {
            throw InvalidFieldException.value("This server has no job " + name, "name");
        }
        reruns.cleanTags();
        return Answer.NO_CONTENT;
    }
}
