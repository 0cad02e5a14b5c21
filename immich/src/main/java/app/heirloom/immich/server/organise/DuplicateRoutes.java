package app.heirloom.immich.server.organise;

import app.heirloom.immich.json.OutcomeJson;
import app.heirloom.immich.json.asset.AssetJson;
import app.heirloom.immich.json.organise.DuplicateGroupJson;
import app.heirloom.immich.server.http.Answer;
import app.heirloom.immich.server.http.JsonFields;
import app.heirloom.immich.server.http.TextFields;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.grouping.DuplicateGroupId;
import app.heirloom.library.duplicate.Duplicates;
import app.heirloom.library.resolution.DuplicateResolution;
import app.heirloom.library.user.Caller;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Duplicate groups, and the two ways in which they end. */
final class DuplicateRoutes {
    private final Duplicates duplicates;
    private final DuplicateResolution resolution;

    DuplicateRoutes(Duplicates duplicates, DuplicateResolution resolution) {
        this.duplicates = duplicates;
        this.resolution = resolution;
    }

    Answer list(Context http, Caller caller) {
        return Answer.ok(
                duplicates.list(caller).stream().map(DuplicateRoutes::json).toList());
    }

    Answer dismiss(Context http, Caller caller) {
        duplicates.dismiss(caller, List.of(new DuplicateGroupId(TextFields.uuidInPath(http))));
        return Answer.NO_CONTENT;
    }

    Answer dismissMany(Context http, Caller caller) throws IOException {
        var ids = JsonFields.ofBody(http).uuids("ids");
        duplicates.dismiss(caller, ids.stream().map(DuplicateGroupId::new).toList());
        return Answer.NO_CONTENT;
    }

    Answer resolve(Context http, Caller caller) throws IOException {
        return Answer.ok(OutcomeJson.of(resolution.resolve(caller, VerdictFields.listIn(http))));
    }

    private static DuplicateGroupJson json(Duplicates.Shown group) {
        return new DuplicateGroupJson(
                group.id().value(),
                group.assets().stream()
                        .map(asset -> AssetJson.of(
                                asset, Optional.ofNullable(group.exifs().get(asset.id()))))
                        .toList(),
                group.keep().map(AssetId::value).stream().toList());
    }
}
