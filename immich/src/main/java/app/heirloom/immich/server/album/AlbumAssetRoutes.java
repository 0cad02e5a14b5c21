package app.heirloom.immich.server.album;

import app.heirloom.immich.json.OutcomeJson;
import app.heirloom.immich.json.album.AdditionJson;
import app.heirloom.immich.server.http.Answer;
import app.heirloom.immich.server.http.JsonFields;
import app.heirloom.library.album.AlbumId;
import app.heirloom.library.album.content.AlbumAssets;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Outcome;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.user.Caller;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Assets that come into albums and leave them. */
final class AlbumAssetRoutes {
    private final AlbumAssets assets;

    AlbumAssetRoutes(AlbumAssets assets) {
        this.assets = assets;
    }

    Answer add(Context http, Caller caller) throws IOException {
        List<AssetId> ids = JsonFields.ofBody(http).assetIds("ids");
        return outcomes(assets.add(caller, AlbumFields.idInPath(http), ids));
    }

    Answer remove(Context http, Caller caller) throws IOException {
        List<AssetId> ids = JsonFields.ofBody(http).assetIds("ids");
        return outcomes(assets.remove(caller, AlbumFields.idInPath(http), ids));
    }

    /** Albums that are not the caller's to fill are passed over. */
    Answer addToMany(Context http, Caller caller) throws IOException {
        var body = JsonFields.ofBody(http);
        List<AssetId> ids = body.assetIds("assetIds");
        var outcomes = new ArrayList<Outcome>();
        for (UUID album : body.uuids("albumIds")) {
            try {
                outcomes.addAll(assets.add(caller, new AlbumId(album), ids));
            } catch (HeirloomException e) {
                if (e.code() != ErrorCode.NO_ACCESS) {
                    throw e;
                }
            }
        }
        return Answer.ok(AdditionJson.of(outcomes));
    }

    private static Answer outcomes(List<Outcome> outcomes) {
        return Answer.ok(outcomes.stream().map(OutcomeJson::of).toList());
    }
}
