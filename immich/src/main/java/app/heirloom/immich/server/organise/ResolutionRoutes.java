package app.heirloom.immich.server.organise;

import app.heirloom.immich.Library;
import app.heirloom.immich.json.organise.DuplicateReviewJson;
import app.heirloom.immich.json.organise.MergePreviewJson;
import app.heirloom.immich.json.organise.ResolutionJson;
import app.heirloom.immich.json.organise.UndoneJson;
import app.heirloom.immich.server.http.Answer;
import app.heirloom.immich.server.http.InvalidFieldException;
import app.heirloom.immich.server.http.TextFields;
import app.heirloom.library.asset.grouping.DuplicateGroupId;
import app.heirloom.library.duplicate.KeeperRules;
import app.heirloom.library.user.Caller;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Optional;

/** What only Heirloom has: looking at duplicate groups a page at a time, what a verdict would do, and the way back. */
final class ResolutionRoutes {
    private static final int USUAL_PAGE = 50;
    private static final int LARGEST_PAGE = 200;

    private final Library.Judging judging;

    ResolutionRoutes(Library.Judging judging) {
        this.judging = judging;
    }

    /** {@code keep} has the rules of {@link KeeperRules#parse}; {@code after} is what the page before said. */
    Answer review(Context http, Caller caller) {
        var query = TextFields.ofQuery(http);
        KeeperRules rules = KeeperRules.parse(query.findText("keep").orElse(""));
        var after = query.findUuid("after").map(DuplicateGroupId::new);
        return Answer.ok(DuplicateReviewJson.of(judging.review().list(caller, rules, after, pageSize(query))));
    }

    Answer preview(Context http, Caller caller) throws IOException {
        return Answer.ok(judging.preview().show(caller, VerdictFields.listIn(http)).stream()
                .map(MergePreviewJson::of)
                .toList());
    }

    /** {@code before} is the number of the last one of the page before. */
    Answer list(Context http, Caller caller) {
        var query = TextFields.ofQuery(http);
        Optional<Long> before = query.findText("before").map(text -> number(text, "before"));
        return Answer.ok(judging.history().list(caller, before, pageSize(query)).stream()
                .map(ResolutionJson::of)
                .toList());
    }

    Answer undo(Context http, Caller caller) {
        long number = number(http.pathParam("number"), "number");
        return Answer.ok(UndoneJson.of(judging.history().undo(caller, number)));
    }

    private static int pageSize(TextFields query) {
        return query.findInteger("limit", 1, LARGEST_PAGE).orElse(USUAL_PAGE);
    }

    private static long number(String text, String name) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw InvalidFieldException.format("Invalid number", name);
        }
    }
}
