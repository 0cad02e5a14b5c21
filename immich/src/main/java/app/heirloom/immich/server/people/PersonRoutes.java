package app.heirloom.immich.server.people;

import app.heirloom.immich.Library;
import app.heirloom.immich.json.OutcomeJson;
import app.heirloom.immich.json.people.PeopleJson;
import app.heirloom.immich.json.people.PersonJson;
import app.heirloom.immich.server.http.Answer;
import app.heirloom.immich.server.http.FileAnswer;
import app.heirloom.immich.server.http.JsonFields;
import app.heirloom.immich.server.http.TextFields;
import app.heirloom.library.asset.BlobKey;
import app.heirloom.library.asset.Outcome;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.person.Person;
import app.heirloom.library.person.PersonId;
import app.heirloom.library.person.profile.PersonEdit;
import app.heirloom.library.person.profile.PersonProfile;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.Permission;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** People, one or many. */
final class PersonRoutes {
    private static final int DEFAULT_PAGE_SIZE = 500;
    private static final int MAX_PAGE_SIZE = 1_000;
    private static final int MAX_PAGE = 1_000_000;

    private final Library.Faces faces;
    private final Library.Shelves shelves;

    PersonRoutes(Library.Faces faces, Library.Shelves shelves) {
        this.faces = faces;
        this.shelves = shelves;
    }

    Answer list(Context http, Caller caller) {
        var query = TextFields.ofQuery(http);
        int page = query.findInteger("page", 1, MAX_PAGE).orElse(1);
        int size = query.findInteger("size", 1, MAX_PAGE_SIZE).orElse(DEFAULT_PAGE_SIZE);
        boolean withHidden = query.findFlag("withHidden").orElse(false);
        return shelves.transactions().read(() -> {
            List<Person> found = faces.persons().page(caller.id(), withHidden, (page - 1) * size, size + 1);
            boolean hasNextPage = found.size() > size;
            return Answer.ok(PeopleJson.of(
                    found.stream().limit(size).toList(), faces.persons().count(caller.id()), hasNextPage));
        });
    }

    Answer search(Context http, Caller caller) {
        var query = TextFields.ofQuery(http);
        String name = query.text("name");
        boolean withHidden = query.findFlag("withHidden").orElse(false);
        return Answer.ok(
                shelves
                        .transactions()
                        .read(() -> faces.persons().search(caller.id(), name, withHidden, MAX_PAGE_SIZE))
                        .stream()
                        .map(PersonJson::of)
                        .toList());
    }

    Answer create(Context http, Caller caller) throws IOException {
        PersonEdit edit = PersonFields.read(JsonFields.ofBody(http));
        Person person = faces.people().add(caller, edit.profile().apply(PersonProfile.UNKNOWN));
        return Answer.created(PersonJson.of(person));
    }

    Answer get(Context http, Caller caller) {
        return Answer.ok(PersonJson.of(faces.people().get(caller, idInPath(http), Permission.PERSON_READ)));
    }

    Answer update(Context http, Caller caller) throws IOException {
        PersonEdit edit = PersonFields.read(JsonFields.ofBody(http));
        return Answer.ok(PersonJson.of(faces.people().update(caller, idInPath(http), edit)));
    }

    Answer updateMany(Context http, Caller caller) throws IOException {
        List<JsonFields> items = JsonFields.ofBody(http).list("people");
        List<Map.Entry<PersonId, PersonEdit>> edits = items.stream()
                .map(item -> Map.entry(new PersonId(item.uuid("id")), PersonFields.read(item)))
                .toList();
        var outcomes = new ArrayList<Outcome>(edits.size());
        edits.forEach(edit -> outcomes.add(update(caller, edit.getKey(), edit.getValue())));
        return Answer.ok(OutcomeJson.of(outcomes));
    }

    Answer delete(Context http, Caller caller) {
        faces.people().remove(caller, List.of(idInPath(http)));
        return Answer.NO_CONTENT;
    }

    Answer deleteMany(Context http, Caller caller) throws IOException {
        faces.people()
                .remove(
                        caller,
                        JsonFields.ofBody(http).uuids("ids").stream()
                                .map(PersonId::new)
                                .toList());
        return Answer.NO_CONTENT;
    }

    Answer statistics(Context http, Caller caller) {
        Person person = faces.people().get(caller, idInPath(http), Permission.PERSON_STATISTICS);
        return Answer.ok(Map.of(
                "assets", shelves.transactions().read(() -> faces.persons().countAssets(person.id()))));
    }

    Answer thumbnail(Context http, Caller caller) {
        Person person = faces.people().get(caller, idInPath(http), Permission.PERSON_READ);
        BlobKey key = person.portrait().thumbnail();
        if (key == null) {
            throw ErrorCode.NOT_FOUND.exception("The person has no thumbnail");
        }
        return new FileAnswer(shelves.blobs().locate(key), "image/jpeg", person.id() + ".jpeg", FileAnswer.REVALIDATED);
    }

    private Outcome update(Caller caller, PersonId id, PersonEdit edit) {
        try {
            faces.people().update(caller, id, edit);
            return Outcome.changed(id.value());
        } catch (HeirloomException e) {
            if (e.code() != ErrorCode.NO_ACCESS && e.code() != ErrorCode.INVALID) {
                throw e;
            }
            return Outcome.refused(id.value(), Outcome.Refusal.NO_PERMISSION);
        }
    }

    private static PersonId idInPath(Context http) {
        return new PersonId(TextFields.uuidInPath(http));
    }
}
