package app.heirloom.immich.server.organise;

import app.heirloom.immich.server.http.InvalidFieldException;
import app.heirloom.immich.server.http.JsonFields;
import app.heirloom.library.asset.grouping.DuplicateGroupId;
import app.heirloom.library.resolution.Verdict;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads verdicts about duplicate groups. */
final class VerdictFields {
    private VerdictFields() {}

    /** Those of the request's body: one or more. */
    static List<Verdict> listIn(Context http) throws IOException {
        var verdicts = new ArrayList<Verdict>();
        for (JsonFields group : JsonFields.ofBody(http).list("groups")) {
            DuplicateGroupId id = group.findUuid("duplicateId")
                    .map(DuplicateGroupId::new)
                    .orElseThrow(() -> InvalidFieldException.type(
                            "Invalid input: an id is required", "groups", verdicts.size(), "duplicateId"));
            verdicts.add(new Verdict(id, group.assetIds("keepAssetIds"), group.assetIds("trashAssetIds")));
        }
        if (verdicts.isEmpty()) {
            throw InvalidFieldException.value("At least one group is needed", "groups");
        }
        return verdicts;
    }
}
