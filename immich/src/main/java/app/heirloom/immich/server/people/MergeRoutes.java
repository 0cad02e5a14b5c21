package app.heirloom.immich.server.people;

import app.heirloom.immich.json.OutcomeJson;
import app.heirloom.immich.server.http.Answer;
import app.heirloom.immich.server.http.InvalidFieldException;
import app.heirloom.immich.server.http.JsonFields;
import app.heirloom.immich.server.http.TextFields;
import app.heirloom.library.person.PersonId;
import app.heirloom.library.person.journal.PersonMerge;
import app.heirloom.library.user.Caller;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;

/** Makes one person of several. */
final class MergeRoutes {
    private static final int MIN_PEOPLE = 2;

    private final PersonMerge merging;

    MergeRoutes(PersonMerge merging) {
        this.merging = merging;
    }

    /** The first of the people takes the others over. */
    Answer merge(Context http, Caller caller) throws IOException {
        List<PersonId> ids = ids(http);
        if (ids.size() < MIN_PEOPLE) {
            throw InvalidFieldException.value("Too few: expected at least two people", "ids");
        }
        return merge(caller, ids.getFirst(), ids.subList(1, ids.size()));
    }

    /** The person in the path takes the others over. */
    Answer mergeInto(Context http, Caller caller) throws IOException {
        return merge(caller, new PersonId(TextFields.uuidInPath(http)), ids(http));
    }

    private Answer merge(Caller caller, PersonId target, List<PersonId> others) {
        return Answer.ok(OutcomeJson.of(merging.merge(caller, target, others)));
    }

    private static List<PersonId> ids(Context http) throws IOException {
        return JsonFields.ofBody(http).uuids("ids").stream().map(PersonId::new).toList();
    }
}
