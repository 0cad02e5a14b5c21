package app.heirloom.immich.server.organise;

import app.heirloom.immich.server.http.Answer;
import app.heirloom.immich.server.http.Fields;
import app.heirloom.immich.server.http.InvalidFieldException;
import app.heirloom.immich.server.http.JsonFields;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetRelations.Relation;
import app.heirloom.library.duplicate.merge.AssetCopy;
import app.heirloom.library.user.Caller;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Gives one asset what another has. */
final class CopyRoute {
    private static final Map<String, Relation> RELATIONS =
            Map.of("albums", Relation.ALBUMS, "sharedLinks", Relation.SHARED_LINKS, "stack", Relation.STACK);

    private final AssetCopy copying;

    CopyRoute(AssetCopy copying) {
        this.copying = copying;
    }

    Answer copy(Context http, Caller caller) throws IOException {
        var body = JsonFields.ofBody(http);
        Set<Relation> relations = EnumSet.noneOf(Relation.class);
        RELATIONS.forEach((name, relation) -> {
            if (isWished(body, name)) {
                relations.add(relation);
            }
        });
        copying.copy(
                caller,
                new AssetCopy.Wish(
                        assetId(body, "sourceId"),
                        assetId(body, "targetId"),
                        relations,
                        isWished(body, "favorite"),
                        isWished(body, "sidecar")));
        return Answer.NO_CONTENT;
    }

    private static boolean isWished(Fields body, String name) {
        return body.findFlag(name).orElse(true);
    }

    private static AssetId assetId(Fields body, String name) {
        return body.findAssetId(name)
                .orElseThrow(() -> InvalidFieldException.type("Invalid input: an id is required", name));
    }
}
